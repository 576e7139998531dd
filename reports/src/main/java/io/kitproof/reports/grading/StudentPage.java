package io.kitproof.reports.grading;

import io.kitproof.reports.Cause;
import io.kitproof.reports.ScenarioRecord;
import io.kitproof.reports.Verdict;
import io.kitproof.reports.page.Badge;
import io.kitproof.reports.page.Frame;
import io.kitproof.reports.page.Html;
import io.kitproof.reports.page.ScenarioBody;
import java.util.List;

/**
 * What a student gets: points, what went wrong in plain words, what to try, and what was seen. One
 * file with nothing beside it, and with nothing in it of anybody else.
 */
final class StudentPage {
  private final Html html;
  private final Grade grade;
  private final Witnessed seen;

  private StudentPage(Html html, Grade grade, Witnessed seen) {
    this.html = html;
    this.grade = grade;
    this.seen = seen;
  }

  /** The page of a submission; nothing was seen of one that could not be read. */
  static String of(Rubric rubric, Grade grade, Witnessed seen) {
    Html html = Frame.open(who(grade) + " · " + rubric.title());
    new StudentPage(html, grade, seen).write(rubric);
    return Frame.close(html, "Graded by Kitproof.");
  }

  private static String who(Grade grade) {
    return grade.student().isEmpty() ? grade.name() : grade.student();
  }

  private void write(Rubric rubric) {
    html.raw("<header>\n").element("p", "brand", rubric.title()).raw("\n");
    html.element("h1", "headline", who(grade) + ": " + headline()).raw("\n");
    html.raw("<dl class=\"facts\">");
    fact("Submission", grade.name());
    fact("Standing", grade.standing().words());
    html.raw("</dl>\n</header>\n");
    reasons();
    grade.causes().forEach(this::cause);
    marks();
    notes();
    programmer();
    evidence();
  }

  private String headline() {
    return grade.marks().isEmpty()
        ? "not graded"
        : GradeCsv.plain(grade.points()) + " of " + GradeCsv.plain(grade.of()) + " points";
  }

  private void fact(String name, String value) {
    html.raw("<div>").element("dt", name).element("dd", value).raw("</div>");
  }

  private void reasons() {
    if (!grade.reasons().isEmpty()) {
      html.raw("<section>\n<h2>What could not be graded</h2>\n<ul class=\"warnings\">\n");
      grade.reasons().forEach(reason -> html.element("li", reason).raw("\n"));
      html.raw("</ul>\n</section>\n");
    }
  }

  private void cause(NamedCause cause) {
    html.raw("<section class=\"card failed\"><div class=\"body\">\n<h2 class=\"cause\">");
    html.text(sentence(cause)).raw("</h2>\n");
    for (Cause.Explanation known : cause.explanations()) {
      html.element("p", known.text()).raw("\n");
      html.raw("<p><b>What to try:</b> ").text(known.hint()).raw("</p>\n");
    }
    html.raw("</div></section>\n");
  }

  private static String sentence(NamedCause cause) {
    String words = cause.words();
    return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1) + ".";
  }

  private void marks() {
    if (grade.marks().isEmpty()) {
      return;
    }
    html.raw("<section>\n<h2>Points</h2>\n<div class=\"scroll\"><table class=\"words\">");
    html.raw("<thead><tr><th>exercise<th>points<th>of<th>what<th>seen</thead>\n<tbody>\n");
    for (Mark mark : grade.marks()) {
      String points = mark.graded() ? GradeCsv.plain(mark.points()) : mark.outcome().words();
      html.raw("<tr><td>").text(mark.exercise()).raw("<td>").text(points);
      html.raw("<td>").text(GradeCsv.plain(mark.of())).raw("<td>").text(mark.text());
      html.raw("<td>").text(mark.seen());
      if (!mark.hint().isEmpty()) {
        html.raw("<br><b>Try:</b> ").text(mark.hint());
      }
      html.raw("\n");
    }
    html.raw("</table></div>\n</section>\n");
  }

  private void notes() {
    if (!grade.notes().isEmpty()) {
      html.raw("<section>\n<h2>In the files</h2>\n<ul class=\"warnings\">\n");
      for (Note note : grade.notes()) {
        html.raw("<li>").element("code", note.where()).raw(" ").text(note.text());
        html.raw(" ").text(note.advice()).raw("</li>\n");
      }
      html.raw("</ul>\n</section>\n");
    }
  }

  private void programmer() {
    if (!seen.programmer().isEmpty()) {
      html.raw("<section>\n<h2>What the programmer said</h2>\n<pre class=\"log\">");
      html.lines(String.join("\n", seen.programmer())).raw("</pre>\n</section>\n");
    }
  }

  /** What failed is shown first, with all that was seen; what passed, by its steps. */
  private void evidence() {
    List<ScenarioRecord> ran =
        seen.scenarios().stream().filter(s -> s.verdict() != Verdict.NOT_RUN).toList();
    if (ran.isEmpty()) {
      return;
    }
    ScenarioBody body = ScenarioBody.alone(html, ran.size());
    html.raw("<section>\n<h2>What was seen</h2>\n<div class=\"feature\">\n");
    ran.stream()
        .sorted(java.util.Comparator.comparing(ScenarioRecord::verdict))
        .forEach(
            s -> {
              html.raw("<details class=\"row\"><summary>");
              Badge.write(html, s.verdict());
              html.element("span", "name", s.name());
              html.element("span", "place", s.featureTitle()).raw("</summary>\n");
              body.write(s);
              html.raw("</details>\n");
            });
    html.raw("</div>\n</section>\n");
  }
}
