package io.kitproof.broker.shadow;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Requests that came over a connection and are not answered yet. The quotas count them for each
 * thing, the error page for each connection (1.10, CONFLICT): here it is a thing's on a connection.
 */
final class InFlight {

  private static final int MAX = 10;

  private record Way(String client, String thing) {}

  private final Map<Way, Integer> counts = new ConcurrentHashMap<>();

  /** Counts a request, or says no if there are too many. */
  boolean enter(String client, String thing) {
    if (counts.merge(new Way(client, thing), 1, Integer::sum) <= MAX) {
      return true;
    }
    leave(client, thing);
    return false;
  }

  /** To be called once for each request that could enter. */
  void leave(String client, String thing) {
    counts.computeIfPresent(new Way(client, thing), (way, count) -> count == 1 ? null : count - 1);
  }
}
