package io.kitproof.reports.grading;

import io.kitproof.reports.text.Printable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The grade sheet for a spreadsheet: RFC 4180, UTF-8, a column for each item of the rubric. No cell
 * can be taken for a formula, whatever a student calls himself.
 */
final class GradeCsv {
  private static final String FORMULA = "=+-@\t\r";

  private GradeCsv() {}

  static String of(GradeSheet sheet) {
    List<String> head =
        new ArrayList<>(
            List.of("submission", "student", "standing", "points", "of", "cause", "in words"));
    sheet.rubric().items().forEach(item -> head.add(item.id()));
    StringBuilder csv = new StringBuilder(row(head));
    sheet.grades().forEach(grade -> csv.append(row(cells(sheet.rubric(), grade))));
    return csv.toString();
  }

  private static List<String> cells(Rubric rubric, Grade grade) {
    List<String> cells = new ArrayList<>();
    cells.add(grade.name());
    cells.add(grade.student());
    cells.add(grade.standing().words());
    cells.add(plain(grade.points()));
    cells.add(plain(grade.of()));
    cells.add(grade.causes().stream().map(NamedCause::codes).collect(Collectors.joining("; ")));
    cells.add(words(grade));
    rubric.items().forEach(item -> cells.add(cell(grade, item.id())));
    return cells;
  }

  /** What went wrong, or why it was not graded. */
  static String words(Grade grade) {
    List<String> words = new ArrayList<>(grade.reasons());
    grade.causes().forEach(cause -> words.add(cause.words()));
    return String.join("; ", words);
  }

  /** Points where there are some, the reason where there are none, nothing for other exercises. */
  private static String cell(Grade grade, String id) {
    Optional<Mark> mark = grade.marks().stream().filter(m -> m.id().equals(id)).findFirst();
    return mark.map(m -> m.graded() ? plain(m.points()) : m.outcome().words()).orElse("");
  }

  static String plain(BigDecimal points) {
    return points.toPlainString();
  }

  private static String row(List<String> cells) {
    return cells.stream().map(GradeCsv::quoted).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String quoted(String cell) {
    String line = Printable.line(cell);
    String safe = !line.isEmpty() && FORMULA.indexOf(line.charAt(0)) >= 0 ? "'" + line : line;
    return safe.chars().anyMatch(c -> c == ',' || c == '"')
        ? "\"" + safe.replace("\"", "\"\"") + "\""
        : safe;
  }
}
