package io.kitproof.cli.benchmark;

import java.time.Duration;
import java.util.Random;

/** Prints its answer after a time the harness can't know, and keeps that time for the figures. */
final class AnsweringKit implements PlayedBench.Script {
  private static final long LEAST_NANOS = 1_000_000;
  private static final int MORE_NANOS = 9_000_000;

  private final long[] answeredNanos;
  private final long[] releasedNanos;
  private final Random random;

  AnsweringKit(int presses, long seed) {
    this.answeredNanos = new long[presses];
    this.releasedNanos = new long[presses];
    this.random = new Random(seed);
  }

  @Override
  public void released(int press, long nanos, PlayedBench kit) {
    kit.rest(Duration.ofNanos(LEAST_NANOS + random.nextInt(MORE_NANOS)));
    record(press, nanos);
    kit.print(ReactionCommand.ANSWER + "\r\n");
  }

  /** Before the answer is printed: once the harness has seen it, the figures are there. */
  private synchronized void record(int press, long nanos) {
    if (press < answeredNanos.length) {
      releasedNanos[press] = nanos;
      answeredNanos[press] = System.nanoTime();
    }
  }

  /** When the answer to each press was handed to the port. */
  synchronized long[] answeredNanos() {
    return answeredNanos.clone();
  }

  /** When each release arrived at the relay board. */
  synchronized long[] releasedNanos() {
    return releasedNanos.clone();
  }
}
