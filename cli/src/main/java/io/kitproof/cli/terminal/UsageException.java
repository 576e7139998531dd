package io.kitproof.cli.terminal;

/** The command was called with something it can't do; its message says what it can. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With one sentence for the caller. */
  public UsageException(String message) {
    super(message);
  }

  /** Refuses a number below 1. */
  public static void atLeastOne(String option, int value) {
    if (value < 1) {
      throw new UsageException(option + " should be at least 1, not " + value + ".");
    }
  }
}
