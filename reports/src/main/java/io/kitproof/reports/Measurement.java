package io.kitproof.reports;

import java.time.Duration;
import java.util.Optional;

/** A duration a scenario measured, with the limit it was held to, if any. */
public record Measurement(String name, Duration value, Optional<Duration> limit) {
  /** From this share of its limit on, a measurement that keeps it is marginal. */
  private static final double MARGIN = 0.8;

  /** Whether it kept its limit, but only just: it used more than four fifths of it. */
  public boolean marginal() {
    return limit
        .filter(l -> value.compareTo(l) <= 0 && value.toNanos() > l.toNanos() * MARGIN)
        .isPresent();
  }

  /** Whether it is beyond its limit. */
  public boolean exceeded() {
    return limit.filter(l -> value.compareTo(l) > 0).isPresent();
  }
}
