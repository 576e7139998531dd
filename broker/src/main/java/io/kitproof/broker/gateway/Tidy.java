package io.kitproof.broker.gateway;

import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnAckVariableHeader;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectPayload;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttConnectVariableHeader;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttProperties.StringProperty;
import io.netty.handler.codec.mqtt.MqttPubAckMessage;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.time.Duration;

/**
 * Packets as AWS IoT would have them, between the client and the core. The core is spoken to in
 * MQTT 5 whatever the client speaks, since only that says how long a session lasts and how much may
 * be on its way; Netty's encoder leaves out what MQTT 3.1.1 cannot say.
 */
final class Tidy {

  private static final int MQTT_5 = 5;

  private Tidy() {}

  /**
   * What the core is to know: no credentials, no will, no wishes that AWS IoT does not grant; and
   * no keep alive, which {@link Silence} sees to.
   */
  static MqttConnectMessage connect(Terms terms, boolean clean, String clientId) {
    MqttProperties properties = new MqttProperties();
    add(properties, MqttPropertyType.SESSION_EXPIRY_INTERVAL, seconds(terms.sessionExpiry()));
    add(properties, MqttPropertyType.RECEIVE_MAXIMUM, terms.window());
    return new MqttConnectMessage(
        new MqttFixedHeader(MqttMessageType.CONNECT, false, MqttQoS.AT_MOST_ONCE, false, 0),
        new MqttConnectVariableHeader(
            "MQTT", MQTT_5, false, false, false, 0, false, clean, 0, properties),
        new MqttConnectPayload(clientId, MqttProperties.NO_PROPERTIES, null, null, null, null));
  }

  /** A DISCONNECT for the core; wills are the gateway's. */
  static MqttMessage goodbye() {
    return MqttMessageBuilders.disconnect().reasonCode((byte) 0).build();
  }

  /** DUP is not honoured (facts 2.1); with it the core would drop what it has not seen before. */
  static MqttPublishMessage publish(MqttPublishMessage publish) {
    return publish.fixedHeader().isDup() ? undoubled(publish) : publish;
  }

  /** DUP is not set either; and what the core says of a retained message's age is made right. */
  static MqttPublishMessage delivery(MqttPublishMessage publish) {
    MqttProperties properties = publish.variableHeader().properties();
    int expiry = MqttPropertyType.PUBLICATION_EXPIRY_INTERVAL.value();
    if (!properties.isEmpty()
        && properties.getProperty(expiry) instanceof IntegerProperty left
        && left.value() < 0) {
      properties.add(new IntegerProperty(expiry, -left.value()));
    }
    return publish(publish);
  }

  private static MqttPublishMessage undoubled(MqttPublishMessage publish) {
    MqttFixedHeader h = publish.fixedHeader();
    return new MqttPublishMessage(
        new MqttFixedHeader(MqttMessageType.PUBLISH, false, h.qosLevel(), h.isRetain(), 0),
        publish.variableHeader(),
        publish.payload());
  }

  /** The same message once more: as DUP, unless its QoS has no such thing. */
  static MqttPublishMessage again(MqttPublishMessage publish) {
    MqttFixedHeader h = publish.fixedHeader();
    boolean dup = h.qosLevel() != MqttQoS.AT_MOST_ONCE;
    return new MqttPublishMessage(
        new MqttFixedHeader(MqttMessageType.PUBLISH, dup, h.qosLevel(), h.isRetain(), 0),
        publish.variableHeader(),
        publish.payload().retainedDuplicate());
  }

  /** The acceptance of a client, with the code to say in its place if the script wants another. */
  static MqttConnAckMessage connack(Terms terms, boolean present, String assignedId, int code) {
    MqttProperties properties = new MqttProperties();
    if (!terms.sessionExpiry().equals(terms.askedExpiry())) {
      add(properties, MqttPropertyType.SESSION_EXPIRY_INTERVAL, seconds(terms.sessionExpiry()));
    }
    add(properties, MqttPropertyType.RECEIVE_MAXIMUM, Terms.WINDOW);
    add(properties, MqttPropertyType.MAXIMUM_QOS, 1);
    add(properties, MqttPropertyType.RETAIN_AVAILABLE, 1);
    add(properties, MqttPropertyType.MAXIMUM_PACKET_SIZE, Frames.MAX_REMAINING);
    if (!assignedId.isEmpty()) {
      int id = MqttPropertyType.ASSIGNED_CLIENT_IDENTIFIER.value();
      properties.add(new StringProperty(id, assignedId));
    }
    add(properties, MqttPropertyType.TOPIC_ALIAS_MAXIMUM, Aliases.MAXIMUM);
    add(properties, MqttPropertyType.WILDCARD_SUBSCRIPTION_AVAILABLE, 1);
    add(properties, MqttPropertyType.SUBSCRIPTION_IDENTIFIER_AVAILABLE, 0);
    add(properties, MqttPropertyType.SHARED_SUBSCRIPTION_AVAILABLE, 1);
    if (!terms.keepAlive().equals(terms.askedKeepAlive())) {
      add(properties, MqttPropertyType.SERVER_KEEP_ALIVE, seconds(terms.keepAlive()));
    }
    return connack(code, present, properties);
  }

  static MqttConnAckMessage refused(int code) {
    return connack(code, false, MqttProperties.NO_PROPERTIES);
  }

  private static MqttConnAckMessage connack(int code, boolean present, MqttProperties properties) {
    return new MqttConnAckMessage(
        new MqttFixedHeader(MqttMessageType.CONNACK, false, MqttQoS.AT_MOST_ONCE, false, 0),
        new MqttConnAckVariableHeader(
            MqttConnectReturnCode.valueOf((byte) code), present, properties));
  }

  static MqttPubAckMessage puback(MqttPublishMessage publish, int code) {
    return new MqttPubAckMessage(
        new MqttFixedHeader(MqttMessageType.PUBACK, false, MqttQoS.AT_MOST_ONCE, false, 0),
        new MqttPubReplyMessageVariableHeader(
            publish.variableHeader().packetId(), (byte) code, MqttProperties.NO_PROPERTIES));
  }

  /** How long a text is as UTF-8. */
  static int bytes(String text) {
    return ByteBufUtil.utf8Bytes(text);
  }

  private static int seconds(Duration time) {
    return (int) time.toSeconds();
  }

  private static void add(MqttProperties properties, MqttPropertyType type, int value) {
    properties.add(new IntegerProperty(type.value(), value));
  }
}
