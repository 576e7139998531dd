package io.kitproof.cli.benchmark;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** Prints so many numbered lines of 64 bytes at once, as fast as its line is. */
final class FloodingKit implements PlayedBench.Script {
  static final int LINE = 64;
  private static final int BITS = 10;
  private static final String FILLING = ".".repeat(LINE - 14);

  private final int baud;
  private final long[] writtenNanos;

  /** A flood of that many bytes, rounded down to whole lines; 0 baud is as fast as it is read. */
  FloodingKit(int bytes, int baud) {
    this.baud = baud;
    this.writtenNanos = new long[bytes / LINE];
  }

  int bytes() {
    return writtenNanos.length * LINE;
  }

  @Override
  public void released(int press, long nanos, PlayedBench kit) {
    long start = System.nanoTime();
    for (int i = 0; i < writtenNanos.length; i++) {
      if (baud > 0) {
        // The line feed is on the line when all bits up to it are.
        long due = start + (i + 1L) * LINE * BITS * 1_000_000_000 / baud;
        kit.rest(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
      }
      kit.print(String.format(Locale.ROOT, "flood %06x%s\r\n", i, FILLING));
      written(i);
    }
  }

  private synchronized void written(int line) {
    writtenNanos[line] = System.nanoTime();
  }

  /** When each line was in the port's buffer. */
  synchronized long[] writtenNanos() {
    return Arrays.copyOf(writtenNanos, writtenNanos.length);
  }
}
