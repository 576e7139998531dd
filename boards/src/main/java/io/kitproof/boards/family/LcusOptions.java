package io.kitproof.boards.family;

import java.time.Duration;

/**
 * What differs between LCUS boards.
 *
 * @param spacing least time between two commands; clone firmwares drop faster ones
 * @param readBack whether to ask the board for its positions
 */
public record LcusOptions(Duration spacing, ReadBack readBack) {
  /** Whether a board is asked for the positions of its contacts. */
  public enum ReadBack {
    /** Ask once when opened, and from then on if it answered. */
    AUTO,
    /** Do not even ask. */
    NEVER
  }

  /** 50 ms, as published drivers wait, and automatic read-back. */
  public static LcusOptions defaults() {
    return new LcusOptions(Duration.ofMillis(50), ReadBack.AUTO);
  }

  /** The same with another spacing. */
  public LcusOptions withSpacing(Duration other) {
    return new LcusOptions(other, readBack);
  }

  /** The same with another read-back. */
  public LcusOptions withReadBack(ReadBack other) {
    return new LcusOptions(spacing, other);
  }
}
