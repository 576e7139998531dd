package io.kitproof.broker.gateway;

import io.kitproof.broker.core.Messages;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What AWS IoT takes from a client that is connected, and what it closes the connection for (facts
 * of AWS IoT 2.1, 2.2, 2.4). Nothing that these rules refuse may reach the core; the answer is the
 * refusal, or null.
 */
final class Rules {

  static final int MAX_PAYLOAD = 128 * 1024;
  private static final int MAX_FILTERS = 8;

  private final Services services;

  Rules(Services services) {
    this.services = services;
  }

  /** Judges whatever a client that is connected sends, but for the topic of a PUBLISH. */
  @Nullable Refusal packet(MqttMessage message) {
    switch (message.fixedHeader().messageType()) {
      case PUBLISH:
        return publish((MqttPublishMessage) message);
      case SUBSCRIBE:
        return subscribe((MqttSubscribeMessage) message);
      case UNSUBSCRIBE:
        return filters("UNSUBSCRIBE", Words.filters(message));
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
    int bytes = publish.payload().readableBytes();
    if (bytes > MAX_PAYLOAD) {
      return tooLarge("PUBLISH", bytes);
    }
    MqttProperties properties = publish.variableHeader().properties();
    return properties.isEmpty() ? null : properties(publish, properties);
  }

  private static @Nullable Refusal properties(
      MqttPublishMessage publish, MqttProperties properties) {
    if (properties.getProperty(MqttPropertyType.SUBSCRIPTION_IDENTIFIER.value()) != null) {
      return Refusal.protocol("a PUBLISH with a subscription identifier");
    }
    boolean text =
        Messages.value(properties, MqttPropertyType.PAYLOAD_FORMAT_INDICATOR, Integer.class)
            .filter(indicator -> indicator == 1)
            .isPresent();
    return text && !ByteBufUtil.isText(publish.payload(), StandardCharsets.UTF_8)
        ? Refusal.payloadFormat("a PUBLISH whose payload is said to be UTF-8 and is not")
        : null;
  }

  static Refusal tooLarge(String what, int bytes) {
    return Refusal.tooLarge(
        "a "
            + what
            + " with "
            + bytes
            + " bytes of payload, at most "
            + MAX_PAYLOAD
            + " are taken");
  }

  static @Nullable Refusal name(String topic, String packet) {
    String wrong = Topics.wrongName(topic);
    return wrong == null ? null : Refusal.topic("a " + packet + ": " + wrong);
  }

  /** Judges a topic to publish to. */
  @Nullable Refusal topic(String topic, String packet) {
    Refusal wrong = name(topic, packet);
    if (wrong != null || !topic.startsWith("$")) {
      return wrong;
    }
    return Topics.reserved(topic) && services.of(topic) != null
        ? null
        : Refusal.forbidden("a " + packet + " to reserved topic \"" + topic + "\"");
  }

  private @Nullable Refusal subscribe(MqttSubscribeMessage message) {
    MqttProperties properties = message.idAndPropertiesVariableHeader().properties();
    if (properties.getProperty(MqttPropertyType.SUBSCRIPTION_IDENTIFIER.value()) != null) {
      return Refusal.subscriptionIds(
          "a SUBSCRIBE with a subscription identifier, and none is offered");
    }
    for (MqttTopicSubscription subscription : message.payload().topicSubscriptions()) {
      if (subscription.option().isNoLocal() && Topics.shared(subscription.topicFilter())) {
        return Refusal.protocol("a SUBSCRIBE of a shared subscription with No Local");
      }
    }
    return filters("SUBSCRIBE", Words.filters(message));
  }

  private @Nullable Refusal filters(String packet, List<String> filters) {
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
      String wrong = Topics.wrongFilter(filter);
      if (wrong != null) {
        return Refusal.filter("a " + packet + ": " + wrong);
      }
      if (Topics.reserved(filter) && !services.offer(filter)) {
        return Refusal.forbidden("a " + packet + " of reserved filter \"" + filter + "\"");
      }
    }
    return null;
  }

  private static String name(MqttMessage message) {
    return message.fixedHeader().messageType().name().toUpperCase(Locale.ROOT);
  }
}
