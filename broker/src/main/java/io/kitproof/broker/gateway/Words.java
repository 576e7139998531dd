package io.kitproof.broker.gateway;

import io.kitproof.broker.traffic.Direction;
import io.kitproof.broker.traffic.Packet;
import io.kitproof.broker.traffic.PacketType;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import io.netty.handler.codec.mqtt.MqttUnacceptableProtocolVersionException;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts packets into words. */
final class Words {

  private static final byte[] NOTHING = new byte[0];

  private Words() {}

  static Packet of(Connection c, Direction direction, long nanos, Frames.Malformed malformed) {
    String detail = malformed.why().reason() + "; first bytes " + malformed.firstBytes();
    return packet(c, direction, nanos, PacketType.MALFORMED, null, 0, detail);
  }

  static Packet of(Connection c, Direction direction, long nanos, MqttMessage message) {
    MqttFixedHeader header = message.fixedHeader();
    if (header == null || message.decoderResult().isFailure()) {
      PacketType type =
          header == null ? PacketType.MALFORMED : PacketType.of(header.messageType().value());
      return packet(c, direction, nanos, type, null, 0, malformed(message));
    }
    if (message instanceof MqttPublishMessage publish) {
      return publish(c, direction, nanos, publish);
    }
    PacketType type = PacketType.of(header.messageType().value());
    return packet(c, direction, nanos, type, topic(message), id(message), detail(message));
  }

  static Packet at(Packet p, long nanos) {
    return new Packet(
        nanos,
        p.connection(),
        p.direction(),
        p.clientId(),
        p.principal(),
        p.type(),
        p.topic(),
        p.payload(),
        p.qos(),
        p.retain(),
        p.dup(),
        p.packetId(),
        p.detail());
  }

  static String malformed(MqttMessage message) {
    Throwable cause = message.decoderResult().cause();
    if (cause instanceof MqttUnacceptableProtocolVersionException) {
      return "a protocol name or level that is not spoken here, only MQTT 3.1.1 (level 4) and 5";
    }
    String why = cause == null ? "" : cause.getMessage();
    return why == null || why.isEmpty() ? "a packet that cannot be read" : "unreadable: " + why;
  }

  private static Packet publish(
      Connection c, Direction direction, long nanos, MqttPublishMessage publish) {
    int packetId = publish.variableHeader().packetId();
    return new Packet(
        nanos,
        c.number(),
        direction,
        c.clientId(),
        c.principal(),
        PacketType.PUBLISH,
        publish.variableHeader().topicName(),
        ByteBufUtil.getBytes(publish.payload()),
        publish.fixedHeader().qosLevel().value(),
        publish.fixedHeader().isRetain(),
        publish.fixedHeader().isDup(),
        Math.max(packetId, 0),
        "");
  }

  private static Packet packet(
      Connection c,
      Direction direction,
      long nanos,
      PacketType type,
      @Nullable String topic,
      int packetId,
      String detail) {
    return new Packet(
        nanos,
        c.number(),
        direction,
        c.clientId(),
        c.principal(),
        type,
        topic,
        NOTHING,
        0,
        false,
        false,
        packetId,
        detail);
  }

  private static int id(MqttMessage message) {
    return message.variableHeader() instanceof MqttMessageIdVariableHeader header
        ? header.messageId()
        : 0;
  }

  private static @Nullable String topic(MqttMessage message) {
    List<String> filters = filters(message);
    return filters.size() == 1 ? filters.get(0) : null;
  }

  static List<String> filters(MqttMessage message) {
    if (message instanceof MqttSubscribeMessage subscribe) {
      return subscribe.payload().topicSubscriptions().stream()
          .map(MqttTopicSubscription::topicFilter)
          .toList();
    }
    return message instanceof MqttUnsubscribeMessage unsubscribe
        ? unsubscribe.payload().topics()
        : List.of();
  }

  private static String detail(MqttMessage message) {
    if (message instanceof MqttConnectMessage connect) {
      return connect(connect);
    }
    if (message instanceof MqttConnAckMessage connack) {
      int code = connack.variableHeader().connectReturnCode().byteValue() & 0xFF;
      boolean present = connack.variableHeader().isSessionPresent();
      return code == 0
          ? (present ? "accepted, session present" : "accepted")
          : "refused, code " + code;
    }
    if (message instanceof MqttSubscribeMessage subscribe) {
      return subscribe.payload().topicSubscriptions().stream()
          .map(s -> s.topicFilter() + " QoS " + s.qualityOfService().value())
          .collect(Collectors.joining(", "));
    }
    if (message instanceof MqttSubAckMessage suback) {
      return suback.payload().reasonCodes().stream()
          .map(code -> code < 0x80 ? "granted QoS " + code : "refused, code " + code)
          .collect(Collectors.joining(", "));
    }
    if (message instanceof MqttUnsubscribeMessage) {
      return String.join(", ", filters(message));
    }
    return message.variableHeader() instanceof MqttReasonCodeAndPropertiesVariableHeader header
        ? "code " + (header.reasonCode() & 0xFF)
        : "";
  }

  private static String connect(MqttConnectMessage connect) {
    var header = connect.variableHeader();
    StringBuilder words = new StringBuilder();
    words.append(
        switch (header.version()) {
          case 3 -> "MQTT 3.1";
          case 4 -> "MQTT 3.1.1";
          default -> "MQTT " + header.version();
        });
    words.append(header.isCleanSession() ? ", clean session" : ", persistent session");
    words.append(", keep alive ").append(header.keepAliveTimeSeconds()).append(" s");
    if (header.isWillFlag()) {
      words.append(", will to ").append(connect.payload().willTopic());
      words.append(" QoS ").append(header.willQos());
    }
    if (header.hasUserName()) {
      words.append(", user name ").append(connect.payload().userName());
    }
    return words.toString();
  }
}
