package io.kitproof.reports;

/**
 * Why a scenario did not simply pass.
 *
 * @param code what kind of cause, for programs: one of the constants here, or the code of a
 *     diagnosed mistake
 * @param text the whole message, for people; may have several lines
 */
public record Cause(String code, String text) {
  /** The kit did not do what was expected. */
  public static final String KIT = "kit";

  /** A part of the bench failed. */
  public static final String BENCH = "bench";

  /** The test asks for something wrong, or the bench file does not fit it. */
  public static final String AUTHOR = "test-or-bench-file";

  /** The scenario was left out on purpose. */
  public static final String SKIPPED = "skipped";

  /** The run was stopped. */
  public static final String STOPPED = "stopped";

  /** A cause whose text has any private key in it withheld. */
  public Cause {
    text = Secrets.withheldPieces(text);
  }

  /** Who is to blame, for a sentence. */
  public String blamed() {
    return switch (code) {
      case KIT -> "the kit";
      case BENCH -> "the bench";
      case AUTHOR -> "the test or bench file";
      case SKIPPED -> "nobody: left out";
      case STOPPED -> "nobody: stopped";
      default -> code;
    };
  }
}
