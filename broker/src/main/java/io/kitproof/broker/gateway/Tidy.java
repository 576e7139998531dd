package io.kitproof.broker.gateway;

import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnAckVariableHeader;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectPayload;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttConnectVariableHeader;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;

/** Packets as AWS IoT would have them, between the client and the core. */
final class Tidy {

  private static final int MIN_KEEP_ALIVE = 30;
  private static final int MAX_KEEP_ALIVE = 1200;

  private Tidy() {}

  /** Seconds: 30 to 1200, and 0, which is none at all, is 1200 (facts of AWS IoT 2.1). */
  static int keepAlive(int asked) {
    return asked == 0 ? MAX_KEEP_ALIVE : Math.min(Math.max(asked, MIN_KEEP_ALIVE), MAX_KEEP_ALIVE);
  }

  static MqttConnectMessage connect(MqttConnectMessage connect, String clientId) {
    MqttConnectVariableHeader header = connect.variableHeader();
    MqttConnectPayload payload = connect.payload();
    return new MqttConnectMessage(
        connect.fixedHeader(),
        new MqttConnectVariableHeader(
            header.name(),
            header.version(),
            header.hasUserName(),
            header.hasPassword(),
            header.isWillRetain(),
            header.willQos(),
            header.isWillFlag(),
            header.isCleanSession(),
            keepAlive(header.keepAliveTimeSeconds()),
            header.properties()),
        new MqttConnectPayload(
            clientId,
            payload.willProperties(),
            payload.willTopic(),
            payload.willMessageInBytes(),
            payload.userName(),
            payload.passwordInBytes()));
  }

  /** DUP is not honoured (facts 2.1); with it the core would drop what it has not seen before. */
  static MqttPublishMessage publish(MqttPublishMessage publish) {
    MqttFixedHeader h = publish.fixedHeader();
    if (!h.isDup()) {
      return publish;
    }
    MqttFixedHeader once =
        new MqttFixedHeader(
            MqttMessageType.PUBLISH, false, h.qosLevel(), h.isRetain(), h.remainingLength());
    return new MqttPublishMessage(once, publish.variableHeader(), publish.payload());
  }

  /** What the core accepted, with AWS's maximum QoS, the id it was given, and the code to say. */
  static MqttConnAckMessage connack(
      MqttConnAckMessage connack, boolean mqtt5, String assignedId, int code) {
    MqttProperties properties = new MqttProperties();
    if (mqtt5) {
      connack.variableHeader().properties().listAll().forEach(properties::add);
      properties.add(new MqttProperties.IntegerProperty(MqttPropertyType.MAXIMUM_QOS.value(), 1));
      if (!assignedId.isEmpty()) {
        properties.add(
            new MqttProperties.StringProperty(
                MqttPropertyType.ASSIGNED_CLIENT_IDENTIFIER.value(), assignedId));
      }
    }
    return connack(code, connack.variableHeader().isSessionPresent(), properties);
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
}
