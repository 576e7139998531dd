package io.kitproof.boards.sensor;

/**
 * Hysteresis on raw counts of an analogue input: lit at {@code on} and above, dark at {@code off}
 * and below, as before in between.
 */
public record Threshold(int on, int off) {
  public Threshold {
    if (off >= on) {
      throw new IllegalArgumentException(
          "A threshold is lit above where it is dark: on %d is not above off %d."
              .formatted(on, off));
    }
  }

  /** Whether {@code count} is lit when the sample before was {@code before}. */
  public boolean lit(int count, boolean before) {
    return before ? count > off : count >= on;
  }
}
