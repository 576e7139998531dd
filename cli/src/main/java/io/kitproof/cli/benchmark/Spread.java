package io.kitproof.cli.benchmark;

import java.util.Arrays;
import java.util.Locale;

/**
 * How a measured time spreads, in nanoseconds. A percentile is the smallest measured value that so
 * many percent do not exceed (nearest rank), never an invention between two.
 */
record Spread(long p50, long p95, long p99, long max) {
  /**
   * The spread of these values.
   *
   * @throws IllegalArgumentException when there are none
   */
  static Spread of(long... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("A spread needs at least one value.");
    }
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Spread(
        rank(sorted, 50), rank(sorted, 95), rank(sorted, 99), sorted[sorted.length - 1]);
  }

  private static long rank(long[] sorted, int percent) {
    int rank = (int) ((sorted.length * (long) percent + 99) / 100);
    return sorted[Math.max(1, rank) - 1];
  }

  /** The heading over {@link #row}. */
  static String heading(String title) {
    return String.format(Locale.ROOT, "%-34s %9s %9s %9s %9s", title, "p50", "p95", "p99", "max");
  }

  /** One line of a table, in milliseconds. */
  String row(String name) {
    return String.format(
        Locale.ROOT,
        "  %-32s %9.3f %9.3f %9.3f %9.3f  ms",
        name,
        p50 / 1e6,
        p95 / 1e6,
        p99 / 1e6,
        max / 1e6);
  }
}
