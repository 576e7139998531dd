package io.kitproof.reports.grading;

import java.math.BigDecimal;
import java.util.List;

/**
 * What came of one item of the rubric.
 *
 * @param id of the item
 * @param points earned; none unless it was graded
 * @param of how many there are to earn
 * @param seen why, in a line
 * @param failed the names of the scenarios that failed
 * @param hint what to try; nothing when no point is lost
 */
public record Mark(
    String id,
    String exercise,
    String text,
    Outcome outcome,
    BigDecimal points,
    BigDecimal of,
    String seen,
    List<String> failed,
    String hint) {
  /** Whether points could be given. */
  public enum Outcome {
    /** They could. */
    GRADED("graded"),
    /** The bench failed, also when it was repeated: it costs nobody a point. */
    RIG("not graded: rig"),
    /** None of its scenarios can run on this bench. */
    NOT_POSSIBLE("not graded: not possible on this bench"),
    /** Somebody has to look at it. */
    LOOK("look at it"),
    /** What should be graded can't be read. */
    UNREADABLE("not graded: unreadable");

    private final String words;

    Outcome(String words) {
      this.words = words;
    }

    /** For the sheet. */
    public String words() {
      return words;
    }
  }

  /** Copies the list. */
  public Mark {
    failed = List.copyOf(failed);
  }

  /** Whether it counts. */
  public boolean graded() {
    return outcome == Outcome.GRADED;
  }

  /** Whether all its points were earned. */
  public boolean full() {
    return graded() && points.compareTo(of) == 0;
  }
}
