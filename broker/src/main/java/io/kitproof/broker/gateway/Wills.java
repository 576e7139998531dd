package io.kitproof.broker.gateway;

import io.kitproof.broker.bus.Bus;
import io.kitproof.broker.bus.Publication;
import io.kitproof.broker.traffic.Disconnect.Cause;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Sends wills when connections end, by the reasons of AWS IoT (facts 2.1, 2.3), or later if MQTT 5
 * asked for a delay. It belongs to the gateway's thread. A will was judged at CONNECT; it is sent
 * even if the policy has changed since.
 */
final class Wills {

  private final Bus bus;
  private final Clients clients;
  private final Map<String, Waiting> waiting = new HashMap<>();

  private record Waiting(Publication will, ScheduledFuture<?> timer) {}

  Wills(Bus bus, Clients clients) {
    this.bus = bus;
    this.clients = clients;
  }

  /** A client was accepted: it cancels the will that waits for it, unless it starts anew. */
  void arrived(Connection connection) {
    Waiting before = waiting.remove(connection.clientId());
    if (before != null && before.timer().cancel(false) && connection.stay().terms().cleanStart()) {
      bus.publish(before.will());
    }
  }

  /** A connection that had been accepted has ended. */
  void ended(Connection connection, Cause cause) {
    Stay stay = connection.stay();
    Publication will = stay.will(cause == Cause.CLIENT_INITIATED_DISCONNECT);
    if (will == null) {
      return;
    }
    Duration delay = min(stay.terms().willDelay(), stay.sessionExpiry());
    Connection next = clients.of(connection.clientId());
    if (delay.isZero() || (next != null && next.stay().terms().cleanStart())) {
      bus.publish(will);
    } else if (next == null) {
      String clientId = connection.clientId();
      ScheduledFuture<?> timer =
          connection
              .channel()
              .eventLoop()
              .schedule(() -> due(clientId), delay.toMillis(), TimeUnit.MILLISECONDS);
      waiting.put(clientId, new Waiting(will, timer));
    }
  }

  private void due(String clientId) {
    Waiting now = waiting.remove(clientId);
    if (now != null) {
      bus.publish(now.will());
    }
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
