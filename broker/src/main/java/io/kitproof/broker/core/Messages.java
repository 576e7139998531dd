package io.kitproof.broker.core;

import io.kitproof.broker.bus.Extras;
import io.kitproof.broker.bus.Publication;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.BinaryProperty;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttProperties.StringProperty;
import io.netty.handler.codec.mqtt.MqttProperties.UserProperty;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A PUBLISH as the bus has it, and as Netty has it. */
public final class Messages {

  private Messages() {}

  /** With one reference to its payload, which belongs to the caller. */
  public static MqttPublishMessage of(Publication publication) {
    MqttFixedHeader header =
        new MqttFixedHeader(
            MqttMessageType.PUBLISH,
            false,
            MqttQoS.valueOf(publication.qos()),
            publication.retain(),
            0);
    return new MqttPublishMessage(
        header,
        new MqttPublishVariableHeader(publication.topic(), 0, properties(publication.extras())),
        Unpooled.wrappedBuffer(publication.payload()));
  }

  private static MqttProperties properties(Extras extras) {
    if (extras.equals(Extras.NONE)) {
      return MqttProperties.NO_PROPERTIES;
    }
    MqttProperties all = new MqttProperties();
    if (extras.utf8()) {
      all.add(new IntegerProperty(MqttPropertyType.PAYLOAD_FORMAT_INDICATOR.value(), 1));
    }
    extras.expiry().map(Messages::expiry).ifPresent(all::add);
    extras
        .contentType()
        .map(text -> string(MqttPropertyType.CONTENT_TYPE, text))
        .ifPresent(all::add);
    extras
        .responseTopic()
        .map(text -> string(MqttPropertyType.RESPONSE_TOPIC, text))
        .ifPresent(all::add);
    extras
        .correlationData()
        .map(data -> new BinaryProperty(MqttPropertyType.CORRELATION_DATA.value(), data))
        .ifPresent(all::add);
    extras.userProperties().forEach(p -> all.add(new UserProperty(p.getKey(), p.getValue())));
    return all;
  }

  private static IntegerProperty expiry(Duration time) {
    return new IntegerProperty(
        MqttPropertyType.PUBLICATION_EXPIRY_INTERVAL.value(), (int) time.toSeconds());
  }

  private static StringProperty string(MqttPropertyType type, String text) {
    return new StringProperty(type.value(), text);
  }

  /** Copies the payload; the message keeps its own. */
  public static Publication publication(MqttPublishMessage message) {
    MqttPublishVariableHeader header = message.variableHeader();
    return new Publication(
        header.topicName(),
        ByteBufUtil.getBytes(message.payload()),
        message.fixedHeader().qosLevel().value(),
        message.fixedHeader().isRetain(),
        extras(header.properties()));
  }

  /** What the properties of a PUBLISH or of a will say. */
  public static Extras extras(MqttProperties properties) {
    if (properties.isEmpty()) {
      return Extras.NONE;
    }
    return new Extras(
        value(properties, MqttPropertyType.CONTENT_TYPE, String.class),
        value(properties, MqttPropertyType.RESPONSE_TOPIC, String.class),
        value(properties, MqttPropertyType.CORRELATION_DATA, byte[].class),
        value(properties, MqttPropertyType.PAYLOAD_FORMAT_INDICATOR, Integer.class)
            .filter(indicator -> indicator == 1)
            .isPresent(),
        value(properties, MqttPropertyType.PUBLICATION_EXPIRY_INTERVAL, Integer.class)
            .map(seconds -> Duration.ofSeconds(Integer.toUnsignedLong(seconds))),
        userProperties(properties));
  }

  /** The value of a property that may be there once. */
  public static <T> Optional<T> value(
      MqttProperties properties, MqttPropertyType type, Class<T> kind) {
    return Optional.ofNullable(properties.getProperty(type.value()))
        .map(property -> kind.cast(property.value()));
  }

  private static List<Map.Entry<String, String>> userProperties(MqttProperties properties) {
    return properties.getProperties(MqttPropertyType.USER_PROPERTY.value()).stream()
        .map(UserProperty.class::cast)
        .map(p -> Map.entry(p.value().key, p.value().value))
        .toList();
  }
}
