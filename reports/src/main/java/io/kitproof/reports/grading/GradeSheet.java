package io.kitproof.reports.grading;

import io.kitproof.reports.grading.Grade.Standing;
import java.util.Comparator;
import java.util.List;

/**
 * What came of a class, by the names of the submissions.
 *
 * @param seed of the virtual benches: with the same one the sheet is the same, byte for byte
 */
public record GradeSheet(Rubric rubric, long seed, List<Grade> grades) {
  /** Sorts the grades. */
  public GradeSheet {
    grades = grades.stream().sorted(Comparator.comparing(Grade::name)).toList();
  }

  /** How many of them stand so. */
  public int count(Standing standing) {
    return (int) grades.stream().filter(grade -> grade.standing() == standing).count();
  }
}
