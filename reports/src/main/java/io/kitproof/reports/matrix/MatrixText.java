package io.kitproof.reports.matrix;

import io.kitproof.reports.Verdict;
import io.kitproof.reports.matrix.Trial.Kind;
import io.kitproof.reports.text.Printable;
import io.kitproof.reports.text.Times;
import java.util.List;
import java.util.stream.Collectors;

/** The matrix as a summary in Markdown: a line a trial, then what should not be. */
public final class MatrixText {
  private MatrixText() {}

  /** The whole text. */
  public static String of(Matrix matrix) {
    StringBuilder out = new StringBuilder("# Self-check of bench ");
    out.append(cell(matrix.bench())).append("\n\n").append(headline(matrix)).append("\n\n");
    out.append("| tried | failed | rig | passed | caught by | named | taken for another |\n");
    out.append("|---|---|---|---|---|---|---|\n");
    matrix.rows().forEach(row -> out.append(line(row)));
    List<String> complaints = matrix.complaints();
    if (!complaints.isEmpty()) {
      out.append("\n## What should not be\n\n");
      complaints.forEach(text -> out.append("- ").append(cell(text)).append('\n'));
    }
    return out.toString();
  }

  /** What came of it, in a sentence. */
  static String headline(Matrix matrix) {
    long mistakes = matrix.of(Kind.MISTAKE).size();
    long caught = matrix.of(Kind.MISTAKE).stream().filter(r -> !r.caught().isEmpty()).count();
    long named = matrix.of(Kind.MISTAKE).stream().filter(Row::named).count();
    long faults = matrix.of(Kind.FAULT).size();
    long innocent = matrix.of(Kind.FAULT).stream().filter(r -> r.caught().isEmpty()).count();
    return "%d of %d mistakes caught, %d named; %d of %d faults of the bench blamed on no kit; took %s."
        .formatted(caught, mistakes, named, innocent, faults, Times.length(matrix.took()));
  }

  private static String line(Row row) {
    String caught =
        row.caught().stream().map(c -> brief(c.place())).collect(Collectors.joining(" "));
    String wrong =
        row.wrong().stream()
            .map(c -> String.join("/", c.named()))
            .distinct()
            .collect(Collectors.joining(", "));
    return "| %s | %d | %d | %d | %s | %s | %s |%n"
        .formatted(
            cell(row.trial().name()),
            row.count(Verdict.FAILED),
            row.count(Verdict.RIG),
            row.count(Verdict.PASSED),
            cell(caught),
            naming(row),
            cell(wrong))
        .replace("\r\n", "\n");
  }

  /** How sure the naming was. */
  static String naming(Row row) {
    if (row.trial().kind() != Kind.MISTAKE) {
      return "";
    }
    return row.namedAlone() ? "yes" : row.named() ? "as one of several" : "no";
  }

  /** {@code 05:12} for {@code 05_pair.feature:12}. */
  static String brief(String place) {
    return place.replaceFirst("_[^:]*", "");
  }

  private static String cell(String text) {
    return Printable.line(text).replace("|", "\\|").replace("<", "&lt;");
  }
}
