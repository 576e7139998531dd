package io.kitproof.reports.grading;

import io.kitproof.reports.grading.Grade.Standing;
import io.kitproof.reports.page.Frame;
import io.kitproof.reports.page.Html;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The class on one page: what is common, and a line for each submission. */
final class ClassPage {
  private final Html html;
  private final GradeSheet sheet;

  private ClassPage(Html html, GradeSheet sheet) {
    this.html = html;
    this.sheet = sheet;
  }

  static String of(GradeSheet sheet) {
    Html html = Frame.open("Grades · " + sheet.rubric().title());
    new ClassPage(html, sheet).write();
    return Frame.close(html, "The same in grades.csv and grades.json, beside this page.");
  }

  private void write() {
    html.raw("<header>\n").element("p", "brand", sheet.rubric().title()).raw("\n");
    html.element("h1", "headline", headline()).raw("\n<ul class=\"counts\">");
    for (Standing standing : Standing.values()) {
      int n = sheet.count(standing);
      html.open("li", "class", n == 0 ? "none" : css(standing));
      html.element("b", String.valueOf(n)).raw(" ").text(standing.words()).raw("</li>");
    }
    html.raw("</ul>\n</header>\n");
    mistakes();
    items();
    submissions();
  }

  private static String css(Standing standing) {
    return switch (standing) {
      case GRADED -> "passed";
      case LOOK, IN_PART -> "flaky";
      case RIG -> "rig";
      case UNREADABLE -> "failed";
    };
  }

  private String headline() {
    long full = sheet.grades().stream().filter(Grade::full).count();
    int all = sheet.grades().size();
    return full + " of " + all + (all == 1 ? " submission" : " submissions") + " with full marks";
  }

  /** The most common first. */
  private void mistakes() {
    Map<String, List<Grade>> byCause = new LinkedHashMap<>();
    for (Grade grade : sheet.grades()) {
      grade
          .causes()
          .forEach(
              cause ->
                  byCause
                      .computeIfAbsent(cause.codes(), c -> new java.util.ArrayList<>())
                      .add(grade));
    }
    if (byCause.isEmpty()) {
      return;
    }
    Map<String, String> words =
        sheet.grades().stream()
            .flatMap(grade -> grade.causes().stream())
            .collect(Collectors.toMap(NamedCause::codes, NamedCause::words, (a, b) -> a));
    html.raw("<section>\n<h2>Common mistakes</h2>\n<div class=\"scroll\"><table class=\"words\">");
    html.raw("<thead><tr><th>how many<th>mistake<th>in words<th>who</thead>\n<tbody>\n");
    byCause.entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<String, List<Grade>> e) -> -e.getValue().size())
                .thenComparing(Map.Entry::getKey))
        .forEach(
            e -> {
              html.raw("<tr><td>").text(String.valueOf(e.getValue().size()));
              html.raw("<td>").text(e.getKey());
              html.raw("<td>").text(words.getOrDefault(e.getKey(), "")).raw("<td>");
              html.text(e.getValue().stream().map(Grade::name).collect(Collectors.joining(", ")));
              html.raw("\n");
            });
    html.raw("</table></div>\n</section>\n");
  }

  /** How well the class did in each item that somebody was graded in. */
  private void items() {
    html.raw("<section>\n<h2>Items</h2>\n<div class=\"scroll\"><table class=\"words\">");
    html.raw("<thead><tr><th>item<th>full marks<th>of<th>what</thead>\n<tbody>\n");
    Map<String, List<Mark>> marks =
        sheet.grades().stream()
            .flatMap(grade -> grade.marks().stream())
            .filter(Mark::graded)
            .collect(Collectors.groupingBy(Mark::id));
    for (Rubric.Item item : sheet.rubric().items()) {
      List<Mark> of = marks.getOrDefault(item.id(), List.of());
      if (!of.isEmpty()) {
        html.raw("<tr><td>").text(item.id()).raw("<td>");
        html.text(String.valueOf(of.stream().filter(Mark::full).count())).raw("<td>");
        html.text(String.valueOf(of.size())).raw("<td>").text(item.text()).raw("\n");
      }
    }
    html.raw("</table></div>\n</section>\n");
  }

  private void submissions() {
    html.raw("<section>\n<h2>Submissions</h2>\n<div class=\"scroll\"><table class=\"words\">");
    html.raw("<thead><tr><th>submission<th>student<th>standing<th>points<th>of<th>why");
    html.raw("</thead>\n<tbody>\n");
    for (Grade grade : sheet.grades()) {
      html.raw("<tr><td>").open("a", "href", GradeFolder.page(grade.name()));
      html.text(grade.name()).raw("</a><td>").text(grade.student());
      html.raw("<td>").element("em", css(grade.standing()), grade.standing().words());
      cell(grade, Grade::points);
      cell(grade, Grade::of);
      html.raw("<td>").text(GradeCsv.words(grade)).raw("\n");
    }
    html.raw("</table></div>\n</section>\n");
  }

  private void cell(Grade grade, Function<Grade, java.math.BigDecimal> value) {
    html.raw("<td>").text(grade.marks().isEmpty() ? "–" : GradeCsv.plain(value.apply(grade)));
  }
}
