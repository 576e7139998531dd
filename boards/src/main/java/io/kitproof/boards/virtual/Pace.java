package io.kitproof.boards.virtual;

/**
 * How many bytes a line of some baud rate has had time for: ten bits a byte, the last one complete
 * before it counts. Exact on average however late it is asked; 0 baud has time for everything.
 */
final class Pace {
  private static final int BITS = 10;
  private static final long SECOND = 1_000_000_000;

  private final int baud;
  private long start;
  private long sent;

  Pace(int baud) {
    this.baud = baud;
  }

  /** The line was idle until now. */
  void restart(long now) {
    start = now;
    sent = 0;
  }

  /** How many of the pending bytes are due. */
  int due(long now, int pending) {
    if (baud == 0) {
      return pending;
    }
    long complete = (now - start) / 1000 * baud / (BITS * 1_000_000L);
    return (int) Math.max(0, Math.min(complete - sent, pending));
  }

  void sent(int bytes) {
    sent += bytes;
  }

  /** Nanoseconds until about a millisecond's worth of the pending bytes, at least one, is due. */
  long untilDue(long now, int pending) {
    if (baud == 0) {
      return 0;
    }
    long chunk = Math.min(Math.max(1, baud / (1000 * BITS)), pending);
    long at = start + (sent + chunk) * BITS * SECOND / baud + 1000;
    return Math.max(0, at - now);
  }
}
