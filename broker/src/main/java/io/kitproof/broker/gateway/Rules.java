package io.kitproof.broker.gateway;

import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What AWS IoT takes and what it closes the connection for (facts of AWS IoT 2.1, 2.2, 2.5).
 * Nothing that these rules refuse may reach the core; the answer is the refusal, or null.
 */
final class Rules {

  private static final int MAX_CLIENT_ID = 128;
  private static final int MAX_PAYLOAD = 128 * 1024;
  private static final int MAX_FILTERS = 8;
  private static final int LEVEL_311 = 4;
  private static final int LEVEL_5 = 5;

  private final Principals principals;

  Rules(Principals principals) {
    this.principals = principals;
  }

  /**
   * Asked at CONNECT and not at the handshake, since AWS IoT lets every certificate through TLS.
   */
  @Nullable Refusal connect(Connection connection, MqttConnectMessage connect) {
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
        break;
    }
    int level = connect.variableHeader().version();
    if (level != LEVEL_311 && level != LEVEL_5) {
      return Refusal.protocol(
          "protocol level " + level + " is not spoken here, only 4 (MQTT 3.1.1) and 5");
    }
    Refusal wrong = clientId(connect);
    return wrong != null ? wrong : will(connect);
  }

  private static @Nullable Refusal clientId(MqttConnectMessage connect) {
    String id = connect.payload().clientIdentifier();
    int bytes = id.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_CLIENT_ID) {
      return Refusal.protocol(
          "the client id has " + bytes + " bytes, at most " + MAX_CLIENT_ID + " are taken");
    }
    if (id.startsWith("$")) {
      return Refusal.protocol("client id \"" + id + "\" is reserved, it begins with $");
    }
    if (id.indexOf('\0') >= 0 || id.indexOf('\uFFFD') >= 0) {
      return Refusal.protocol("the client id holds a NUL or bytes that are not UTF-8");
    }
    boolean persistent = !connect.variableHeader().isCleanSession();
    return id.isEmpty() && persistent && connect.variableHeader().version() == LEVEL_311
        ? Refusal.protocol("a persistent session needs a client id")
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
    Refusal wrong = topic(topic == null ? "" : topic, "will");
    if (wrong != null) {
      return wrong;
    }
    byte[] message = connect.payload().willMessageInBytes();
    return message != null && message.length > MAX_PAYLOAD
        ? tooLarge("will", message.length)
        : null;
  }

  /** Judges whatever a client that is connected sends. */
  @Nullable Refusal packet(Connection connection, MqttMessage message) {
    switch (message.fixedHeader().messageType()) {
      case PUBLISH:
        return publish((MqttPublishMessage) message);
      case SUBSCRIBE:
        return subscribe(connection, (MqttSubscribeMessage) message);
      case UNSUBSCRIBE:
        return filters(connection, "UNSUBSCRIBE", Words.filters(message));
      case PUBACK, PINGREQ, DISCONNECT:
        return null;
      case PUBREC, PUBREL, PUBCOMP:
        return Refusal.qos2(name(message) + ", a packet of QoS 2");
      case AUTH:
        return Refusal.protocol("AUTH, and no authentication method was agreed on");
      default:
        return Refusal.protocol(name(message) + ", a packet that only a broker sends");
    }
  }

  private static @Nullable Refusal publish(MqttPublishMessage publish) {
    if (publish.fixedHeader().qosLevel().value() > 1) {
      return Refusal.qos2(
          "a PUBLISH with QoS 2 to \"" + publish.variableHeader().topicName() + "\"");
    }
    MqttProperties properties = publish.variableHeader().properties();
    if (properties.getProperty(MqttPropertyType.TOPIC_ALIAS.value()) != null) {
      return Refusal.protocol("a PUBLISH with a topic alias, and none was offered");
    }
    int bytes = publish.payload().readableBytes();
    Refusal wrong = topic(publish.variableHeader().topicName(), "PUBLISH");
    return wrong == null && bytes > MAX_PAYLOAD ? tooLarge("PUBLISH", bytes) : wrong;
  }

  private static Refusal tooLarge(String what, int bytes) {
    return Refusal.tooLarge(
        "a "
            + what
            + " with "
            + bytes
            + " bytes of payload, at most "
            + MAX_PAYLOAD
            + " are taken");
  }

  private static @Nullable Refusal topic(String topic, String packet) {
    String wrong = Topics.wrongName(topic);
    if (wrong != null) {
      return Refusal.topic("a " + packet + ": " + wrong);
    }
    // The services behind $aws are no part of the gateway: what is not served is reserved.
    return topic.startsWith("$")
        ? Refusal.forbidden("a " + packet + " to reserved topic \"" + topic + "\"")
        : null;
  }

  private static @Nullable Refusal subscribe(Connection connection, MqttSubscribeMessage message) {
    List<? extends MqttProperties.MqttProperty> ids =
        message
            .idAndPropertiesVariableHeader()
            .properties()
            .getProperties(MqttPropertyType.SUBSCRIPTION_IDENTIFIER.value());
    if (ids.size() > 1 || (ids.size() == 1 && Integer.valueOf(0).equals(ids.get(0).value()))) {
      return Refusal.protocol("a SUBSCRIBE with a subscription identifier of 0 or more than one");
    }
    return filters(connection, "SUBSCRIBE", Words.filters(message));
  }

  private static @Nullable Refusal filters(
      Connection connection, String packet, List<String> filters) {
    if (filters.isEmpty()) {
      return Refusal.protocol("a " + packet + " without a filter");
    }
    if (filters.size() > MAX_FILTERS) {
      return Refusal.protocol(
          "a "
              + packet
              + " with "
              + filters.size()
              + " filters, at most "
              + MAX_FILTERS
              + " are taken");
    }
    for (String filter : filters) {
      String wrong = Topics.wrongFilter(filter, connection.mqtt5());
      if (wrong != null) {
        return Refusal.filter("a " + packet + ": " + wrong);
      }
      if (Topics.reserved(filter)) {
        return Refusal.forbidden("a " + packet + " of reserved filter \"" + filter + "\"");
      }
    }
    return null;
  }

  private static String name(MqttMessage message) {
    return message.fixedHeader().messageType().name().toUpperCase(Locale.ROOT);
  }
}
