package io.kitproof.reports;

import java.util.List;
import java.util.Optional;

/**
 * Why a scenario did not simply pass.
 *
 * @param code what kind of cause, for programs: one of the constants here, or the code of a
 *     diagnosed mistake
 * @param text the whole message, for people; may have several lines
 * @param alike the codes of all causes that explain it as well as the first, which is {@code code}
 * @param explanations what is known of each of those, in their order; none when nothing is
 * @param part the part of the bench that is at fault, by its name in the bench file, if it is known
 */
public record Cause(
    String code,
    String text,
    List<String> alike,
    List<Explanation> explanations,
    Optional<String> part) {
  /**
   * What a cause means.
   *
   * @param text one sentence: what is wrong
   * @param hint what to look at
   */
  public record Explanation(String code, String text, String hint) {}

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
    alike = List.copyOf(alike);
    explanations = List.copyOf(explanations);
  }

  /** One that no part of the bench is known to be at fault for. */
  public Cause(String code, String text, List<String> alike, List<Explanation> explanations) {
    this(code, text, alike, explanations, Optional.empty());
  }

  /** One of several that explain it equally well, of which no more is known. */
  public Cause(String code, String text, List<String> alike) {
    this(code, text, alike, List.of());
  }

  /** One that nothing else explains as well. */
  public Cause(String code, String text) {
    this(code, text, List.of(code));
  }

  /** A part of the bench failed. */
  static Cause ofPart(String part, String text) {
    return new Cause(BENCH, text, List.of(BENCH), List.of(), Optional.of(part));
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
