package io.kitproof.reports.grading;

import io.kitproof.reports.grading.Grade.Standing;
import io.kitproof.reports.text.Printable;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The grade sheet for a terminal. */
public final class GradeSummary {
  private GradeSummary() {}

  /** A line a submission, and how many stand how. */
  public static String of(GradeSheet sheet) {
    int widest = sheet.grades().stream().mapToInt(g -> shown(g).length()).max().orElse(0);
    String rows =
        sheet.grades().stream().map(g -> row(g, widest)).collect(Collectors.joining("\n"));
    String counts =
        Arrays.stream(Standing.values())
            .filter(standing -> sheet.count(standing) > 0)
            .map(standing -> sheet.count(standing) + " " + standing.words())
            .collect(Collectors.joining(", "));
    int all = sheet.grades().size();
    return rows + "\n\n" + all + (all == 1 ? " submission: " : " submissions: ") + counts + "\n";
  }

  private static String row(Grade grade, int widest) {
    String points =
        grade.marks().isEmpty()
            ? ""
            : GradeCsv.plain(grade.points()) + " of " + GradeCsv.plain(grade.of());
    String why = Printable.line(GradeCsv.words(grade));
    String standing = grade.standing() == Standing.GRADED ? "" : grade.standing().words() + ": ";
    return String.format(
            Locale.ROOT, "%-" + widest + "s  %12s  %s%s", shown(grade), points, standing, why)
        .stripTrailing();
  }

  private static String shown(Grade grade) {
    return Printable.line(grade.name());
  }
}
