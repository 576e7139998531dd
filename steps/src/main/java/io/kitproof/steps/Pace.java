package io.kitproof.steps;

import java.time.Duration;

/** How long the rest of a list may take, by how long what is done of it took. */
public final class Pace {
  private final int all;
  private final long began = System.nanoTime();

  /** From now on, for so many pieces. */
  public Pace(int all) {
    this.all = all;
  }

  /** The time left when so many are done, at least 1. */
  public Duration left(int done) {
    return Duration.ofNanos((System.nanoTime() - began) / done * (all - done));
  }
}
