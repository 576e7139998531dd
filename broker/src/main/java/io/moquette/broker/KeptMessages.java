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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Retained messages as AWS IoT has them: whoever subscribes to a filter with wildcards gets none,
 * and one that has expired is gone when it is asked for. Only {@link #take} changes what is kept:
 * Moquette would delete what QoS 0 retains.
 */
final class KeptMessages implements IRetainedRepository, RetainedMessages {

  private final KeptRetained behind;
  private final Clock clock;
  private final Instant opened;
  private final Map<String, Instant> since = new ConcurrentHashMap<>();

  KeptMessages(KeptRetained behind, Clock clock) {
    this.behind = behind;
    this.clock = clock;
    this.opened = clock.instant();
  }

  /** Keeps a message, or deletes the one that is kept if this one is empty. */
  void take(Topic topic, MqttPublishMessage message, Instant expiry) {
    // Moquette keeps what expires apart from what does not, and would keep both.
    behind.cleanRetained(topic);
    since.put(topic.toString(), clock.instant());
    if (!message.payload().isReadable()) {
      since.remove(topic.toString());
    } else if (expiry.equals(Instant.MAX)) {
      behind.retain(topic, message);
    } else {
      behind.retain(topic, message, expiry);
    }
  }

  @Override
  public Optional<Retained> get(String topic) {
    return retainedOnTopic(topic).stream().findFirst().map(this::told);
  }

  @Override
  public List<Retained> after(String topic, int most) {
    Instant now = clock.instant();
    return behind
        .after(topic)
        .filter(message -> !gone(message, now))
        .limit(most)
        .map(this::told)
        .toList();
  }

  /** What was kept before the core was opened counts as kept when it was. */
  private Retained told(RetainedMessage message) {
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
    return new Retained(publication, since.getOrDefault(topic, opened));
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
    Instant now = clock.instant();
    return behind.retainedOnTopic(filter).stream().filter(message -> !gone(message, now)).toList();
  }

  private boolean gone(RetainedMessage message, Instant now) {
    Instant expiry = message.getExpiryTime();
    boolean gone = expiry != null && !now.isBefore(expiry);
    if (gone) {
      behind.cleanRetained(message.getTopic());
      since.remove(message.getTopic().toString());
    }
    return gone;
  }

  @Override
  public Collection<RetainedMessage> listExpirable() {
    return List.of();
  }
}
