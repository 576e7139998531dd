package io.kitproof.broker.gateway;

import io.kitproof.broker.bus.Publication;
import io.kitproof.broker.bus.TopicService;
import io.kitproof.broker.core.Messages;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import org.jspecify.annotations.Nullable;

/** What one client publishes: its aliases, its policy, and the services behind reserved topics. */
final class Publishing {

  private final Connection connection;
  private final House house;
  private final Grants grants;
  private final Misconduct misconduct;
  private final Aliases aliases = new Aliases();

  Publishing(Connection connection, House house, Grants grants, Misconduct misconduct) {
    this.connection = connection;
    this.house = house;
    this.grants = grants;
    this.misconduct = misconduct;
  }

  @Nullable Refusal noted(MqttPublishMessage publish) {
    return aliases.note(publish);
  }

  MqttPublishMessage named(MqttPublishMessage publish) {
    return aliases.named(publish);
  }

  /** What there is against it: the rules, the script, the client's policy. */
  @Nullable Refusal judged(MqttPublishMessage publish) {
    String topic = publish.variableHeader().topicName();
    Grants.Verdict verdict = grants.publish(topic);
    Refusal refusal = verdict.wrong() == null ? misconduct.closesAt(publish) : verdict.wrong();
    if (refusal != null) {
      return refusal;
    }
    if (!verdict.allowed()) {
      return Refusal.denied("a PUBLISH to \"" + topic + "\"", Action.PUBLISH);
    }
    return publish.fixedHeader().isRetain() && !grants.allows(Action.RETAIN_PUBLISH, topic)
        ? Refusal.denied("a PUBLISH to \"" + topic + "\"", Action.RETAIN_PUBLISH)
        : null;
  }

  /**
   * Serves a message to a reserved topic, which the core would drop: others see it, and the service
   * gets it. Nothing is retained there (facts of AWS IoT 2.1).
   */
  boolean served(MqttPublishMessage publish) {
    TopicService service = grants.publish(publish.variableHeader().topicName()).service();
    if (service == null) {
      return false;
    }
    Publication sent = Messages.publication(publish);
    Publication seen =
        new Publication(sent.topic(), sent.payload(), sent.qos(), false, sent.extras());
    house.core().publish(seen);
    service.received(seen, connection.clientId(), connection.principal());
    return true;
  }
}
