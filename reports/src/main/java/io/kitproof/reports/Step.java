package io.kitproof.reports;

import java.time.Duration;

/**
 * One step of a scenario.
 *
 * @param keyword {@code Given}, {@code When}, {@code Then}, {@code And}, without blanks
 */
public record Step(String keyword, String text, Status status, Duration took) {
  /** How a step ended. */
  public enum Status {
    /** It did what it says. */
    PASSED,
    /** It threw. */
    FAILED,
    /** It was not reached, or asked to be left out. */
    SKIPPED,
    /** Nothing says what these words do. */
    UNDEFINED
  }

  /** A step whose text has any private key in it withheld. */
  public Step {
    text = Secrets.withheld(text);
  }
}
