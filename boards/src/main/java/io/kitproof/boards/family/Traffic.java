package io.kitproof.boards.family;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** How much goes on at one port: decides the gaps between the samples of those who share it. */
final class Traffic {
  /** A command to a contact, and the pause before it so that it leaves on time. */
  private static final int RELAY_EXCHANGES = 2;

  private final Duration exchange;
  private final Map<Object, Integer> rounds = new ConcurrentHashMap<>();
  private final AtomicBoolean relays = new AtomicBoolean();

  Traffic(Duration exchange) {
    this.exchange = exchange;
  }

  void relays() {
    relays.set(true);
  }

  /** A source needs so many exchanges a round. */
  void round(Object source, int exchanges) {
    rounds.put(source, exchanges);
  }

  /** Between two rounds of a source that has the port to itself, at the board's best. */
  Duration round(Object source) {
    return exchange.multipliedBy(Math.max(1, rounds.getOrDefault(source, 0))).dividedBy(2);
  }

  Duration worstGap() {
    int all = rounds.values().stream().mapToInt(Integer::intValue).sum();
    return exchange.multipliedBy(Math.max(1, all) + (relays.get() ? RELAY_EXCHANGES : 0));
  }
}
