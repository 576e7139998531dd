package io.moquette.broker;

import io.kitproof.broker.bus.Publication;
import io.kitproof.broker.bus.RetainedMessages;
import io.kitproof.broker.core.KeptRetained;
import io.kitproof.broker.core.Messages;
import io.moquette.broker.subscriptions.Topic;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Retained messages as AWS IoT has them: whoever subscribes to a filter with wildcards gets none,
 * and one that has expired is gone when it is asked for. Only {@link #take} changes what is kept:
 * Moquette would delete what QoS 0 retains.
 */
final class KeptMessages implements IRetainedRepository, RetainedMessages {

  private final KeptRetained behind;
  private final Clock clock;

  KeptMessages(KeptRetained behind, Clock clock) {
    this.behind = behind;
    this.clock = clock;
  }

  /** Keeps a message, or deletes the one that is kept if this one is empty. */
  synchronized void take(MqttPublishMessage message, Instant expiry) {
    if (message.payload().isReadable()) {
      behind.put(message, clock.instant(), expiry);
    } else {
      behind.remove(message.variableHeader().topicName());
    }
  }

  @Override
  public Optional<Retained> get(String topic) {
    return kept(topic).map(KeptMessages::told);
  }

  @Override
  public List<Retained> after(String topic, int most) {
    Instant now = clock.instant();
    return behind
        .after(topic)
        .filter(entry -> !gone(entry, now))
        .limit(most)
        .map(KeptMessages::told)
        .toList();
  }

  private static Retained told(KeptRetained.Entry entry) {
    RetainedMessage message = entry.message();
    MqttProperties properties = new MqttProperties();
    for (MqttProperties.MqttProperty<?> property : message.getMqttProperties()) {
      properties.add(property);
    }
    String topic = message.getTopic().toString();
    Publication publication =
        new Publication(
            topic,
            message.getPayload(),
            message.qosLevel().value(),
            true,
            Messages.extras(properties));
    return new Retained(publication, entry.since());
  }

  @Override
  public void cleanRetained(Topic topic) {}

  @Override
  public void retain(Topic topic, MqttPublishMessage message) {}

  @Override
  public void retain(Topic topic, MqttPublishMessage message, Instant expiry) {}

  @Override
  public boolean isEmpty() {
    return behind.isEmpty();
  }

  @Override
  public Collection<RetainedMessage> retainedOnTopic(String filter) {
    if (filter.indexOf('+') >= 0 || filter.indexOf('#') >= 0) {
      return List.of();
    }
    return kept(filter).stream().map(KeptRetained.Entry::message).toList();
  }

  private Optional<KeptRetained.Entry> kept(String topic) {
    Instant now = clock.instant();
    Optional<KeptRetained.Entry> entry = behind.get(topic);
    if (entry.filter(e -> gone(e, now)).isPresent()) {
      drop(topic, now);
      return Optional.empty();
    }
    return entry;
  }

  /** Looks again first: another message may have taken its place. */
  private synchronized void drop(String topic, Instant now) {
    if (behind.get(topic).filter(entry -> gone(entry, now)).isPresent()) {
      behind.remove(topic);
    }
  }

  private static boolean gone(KeptRetained.Entry entry, Instant now) {
    Instant expiry = entry.message().getExpiryTime();
    return expiry != null && !now.isBefore(expiry);
  }

  @Override
  public Collection<RetainedMessage> listExpirable() {
    return List.of();
  }
}
