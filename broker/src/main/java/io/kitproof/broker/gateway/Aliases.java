package io.kitproof.broker.gateway;

import io.kitproof.broker.core.Messages;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The topic aliases of one client of MQTT 5. */
final class Aliases {

  /** Facts of AWS IoT 2.4. */
  static final int MAXIMUM = 8;

  private final @Nullable String[] names = new String[MAXIMUM + 1];

  /** Notes what an alias stands for from now on, or tells what is wrong with it. */
  @Nullable Refusal note(MqttPublishMessage publish) {
    Optional<Integer> alias = of(publish);
    if (alias.isEmpty()) {
      return null;
    }
    int number = alias.get();
    if (number < 1 || number > MAXIMUM) {
      return Refusal.alias("a PUBLISH with topic alias " + number + ", 1 to 8 are taken");
    }
    String topic = publish.variableHeader().topicName();
    if (!topic.isEmpty()) {
      names[number] = topic;
    }
    return names[number] == null
        ? Refusal.protocol("a PUBLISH with topic alias " + number + ", which stands for nothing")
        : null;
  }

  /** The same message under its topic's name; its payload is shared. */
  MqttPublishMessage named(MqttPublishMessage publish) {
    Optional<Integer> alias = of(publish);
    if (alias.isEmpty()) {
      return publish;
    }
    MqttProperties others = new MqttProperties();
    publish.variableHeader().properties().listAll().stream()
        .filter(p -> p.propertyId() != MqttPropertyType.TOPIC_ALIAS.value())
        .forEach(others::add);
    return new MqttPublishMessage(
        publish.fixedHeader(),
        new MqttPublishVariableHeader(
            String.valueOf(names[alias.get()]), publish.variableHeader().packetId(), others),
        publish.payload());
  }

  private static Optional<Integer> of(MqttPublishMessage publish) {
    MqttProperties properties = publish.variableHeader().properties();
    return properties.isEmpty()
        ? Optional.empty()
        : Messages.value(properties, MqttPropertyType.TOPIC_ALIAS, Integer.class);
  }
}
