package io.kitproof.reports.grading;

import io.kitproof.reports.grading.Mark.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/**
 * What came of one submission. Holds nothing that differs between two runs with one seed.
 *
 * @param name of the folder or zip file
 * @param student as the submission says; nothing when it could not be read
 * @param reasons why it, or a part of it, could not be graded
 * @param causes what went wrong, the one that explains most first
 * @param notes what a look at its files found
 */
public record Grade(
    String name,
    String student,
    List<String> reasons,
    List<Mark> marks,
    List<NamedCause> causes,
    List<Note> notes) {
  /** How far it was graded. */
  public enum Standing {
    /** All of it. */
    GRADED("graded"),
    /** All of it but what a person has to look at. */
    LOOK("look at it"),
    /** Some of it could not be read. */
    IN_PART("graded in part"),
    /** It, or some of it, could not be judged because of the bench. */
    RIG("not graded: rig"),
    /** It could not be read. */
    UNREADABLE("not graded");

    private final String words;

    Standing(String words) {
      this.words = words;
    }

    /** For the sheet. */
    public String words() {
      return words;
    }
  }

  /** Copies the lists. */
  public Grade {
    reasons = List.copyOf(reasons);
    marks = List.copyOf(marks);
    causes = List.copyOf(causes);
    notes = List.copyOf(notes);
  }

  /** One that could not be read. */
  public static Grade refused(String name, String student, List<String> reasons) {
    return new Grade(name, student, reasons, List.of(), List.of(), List.of());
  }

  /** How far it was graded. */
  public Standing standing() {
    if (marks.stream().anyMatch(mark -> mark.outcome() == Outcome.RIG)) {
      return Standing.RIG;
    }
    if (!reasons.isEmpty()) {
      return marks.isEmpty() ? Standing.UNREADABLE : Standing.IN_PART;
    }
    return marks.stream().anyMatch(mark -> mark.outcome() == Outcome.LOOK)
        ? Standing.LOOK
        : Standing.GRADED;
  }

  /** What was earned. */
  public BigDecimal points() {
    return sum(Mark::points);
  }

  /** What could be earned by what was graded. */
  public BigDecimal of() {
    return sum(Mark::of);
  }

  /** Whether every point was earned. */
  public boolean full() {
    return standing() == Standing.GRADED && marks.stream().allMatch(Mark::full);
  }

  private BigDecimal sum(Function<Mark, BigDecimal> part) {
    return Amount.sum(marks.stream().filter(Mark::graded).map(part).toList());
  }
}
