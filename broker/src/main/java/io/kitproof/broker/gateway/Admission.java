package io.kitproof.broker.gateway;

import io.kitproof.broker.core.Messages;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Whom AWS IoT lets in (facts of AWS IoT 2.1, 2.2, 2.5); the answer is the refusal, or null.
 * Policies come after it.
 */
final class Admission {

  private static final int MAX_CLIENT_ID = 128;
  private static final int LEVEL_311 = 4;
  private static final int LEVEL_5 = 5;

  private final Principals principals;

  Admission(Principals principals) {
    this.principals = principals;
  }

  /**
   * Asked at CONNECT and not at the handshake, since AWS IoT lets every certificate through TLS.
   */
  @Nullable Refusal principal(Connection connection) {
    String principal = connection.principal();
    if (principal.isEmpty()) {
      return Refusal.unauthorized("the client showed no certificate");
    }
    switch (principals.standing(principal)) {
      case UNKNOWN:
        return Refusal.unauthorized("certificate " + principal + " is not known to this cloud");
      case INACTIVE:
        return Refusal.unauthorized("certificate " + principal + " is not active");
      default:
        return null;
    }
  }

  @Nullable Refusal connect(Connection connection, MqttConnectMessage connect) {
    Refusal stranger = principal(connection);
    if (stranger != null) {
      return stranger;
    }
    int level = connect.variableHeader().version();
    if (level != LEVEL_311 && level != LEVEL_5) {
      return Refusal.protocol(
          "protocol level " + level + " is not spoken here, only 4 (MQTT 3.1.1) and 5");
    }
    Refusal wrong = properties(connect);
    if (wrong == null) {
      wrong = clientId(connect);
    }
    return wrong != null ? wrong : will(connect);
  }

  private static @Nullable Refusal properties(MqttConnectMessage connect) {
    MqttProperties properties = connect.variableHeader().properties();
    if (properties.getProperty(MqttPropertyType.AUTHENTICATION_METHOD.value()) != null) {
      return Refusal.unauthorized("an authentication method, and none is offered");
    }
    if (isZero(properties, MqttPropertyType.RECEIVE_MAXIMUM)
        || isZero(properties, MqttPropertyType.MAXIMUM_PACKET_SIZE)) {
      return Refusal.protocol("a CONNECT that takes no message at all");
    }
    return null;
  }

  private static boolean isZero(MqttProperties properties, MqttPropertyType type) {
    return Messages.value(properties, type, Integer.class).filter(v -> v == 0).isPresent();
  }

  private static @Nullable Refusal clientId(MqttConnectMessage connect) {
    String id = connect.payload().clientIdentifier();
    int bytes = id.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_CLIENT_ID) {
      return Refusal.clientId(
          "the client id has " + bytes + " bytes, at most " + MAX_CLIENT_ID + " are taken");
    }
    if (id.startsWith("$")) {
      return Refusal.clientId("client id \"" + id + "\" is reserved, it begins with $");
    }
    if (id.indexOf('\0') >= 0 || id.indexOf('\uFFFD') >= 0) {
      return Refusal.clientId("the client id holds a NUL or bytes that are not UTF-8");
    }
    boolean persistent = !connect.variableHeader().isCleanSession();
    return id.isEmpty() && persistent && connect.variableHeader().version() == LEVEL_311
        ? Refusal.clientId("a persistent session needs a client id")
        : null;
  }

  private static @Nullable Refusal will(MqttConnectMessage connect) {
    if (!connect.variableHeader().isWillFlag()) {
      return null;
    }
    if (connect.variableHeader().willQos() > 1) {
      return Refusal.qos2("a will with QoS " + connect.variableHeader().willQos());
    }
    String topic = connect.payload().willTopic();
    Refusal wrong = Rules.name(topic == null ? "" : topic, "will");
    if (wrong == null && Topics.reserved(String.valueOf(topic))) {
      wrong = Refusal.forbidden("a will to reserved topic \"" + topic + "\"");
    }
    if (wrong != null) {
      return wrong;
    }
    byte[] message = connect.payload().willMessageInBytes();
    return message != null && message.length > Rules.MAX_PAYLOAD
        ? Rules.tooLarge("will", message.length)
        : null;
  }
}
