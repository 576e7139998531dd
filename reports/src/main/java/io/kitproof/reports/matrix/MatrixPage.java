package io.kitproof.reports.matrix;

import io.kitproof.reports.Verdict;
import io.kitproof.reports.matrix.Trial.Kind;
import io.kitproof.reports.page.Badge;
import io.kitproof.reports.page.Frame;
import io.kitproof.reports.page.Html;
import io.kitproof.reports.text.Times;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The matrix as a page: what should not be, then a row a trial with a square a scenario, which says
 * what it is when pointed at.
 */
public final class MatrixPage {
  private static final String STYLE =
      """
      <style>
      main { max-width: none; }
      .matrix { border-collapse: collapse; }
      .matrix th, .matrix td { padding: 3px 6px; border-top: 1px solid var(--line); text-align: left; font-size: 13px; white-space: nowrap; }
      .matrix th.at { padding: 6px 0; writing-mode: vertical-rl; transform: rotate(180deg); color: var(--soft); font-weight: normal; }
      .matrix td.at { padding: 1px; }
      .matrix td.at i { display: block; width: 15px; height: 18px; border-radius: 3px; background: var(--v); opacity: .25; }
      .matrix td.at i.failed, .matrix td.at i.rig, .matrix td.at i.flaky { opacity: 1; }
      .matrix td.at i.wrong { outline: 2px solid var(--ink); outline-offset: -2px; }
      .complaints li { margin-bottom: 6px; overflow-wrap: anywhere; }
      </style>
      """;

  private final Html html;
  private final List<Cell> scenarios;

  private MatrixPage(Html html, List<Cell> scenarios) {
    this.html = html;
    this.scenarios = scenarios;
  }

  /**
   * The whole page.
   *
   * @param zone whose times it shows
   */
  public static String of(Matrix matrix, ZoneId zone) {
    Html html = Frame.open("Self-check · " + matrix.bench());
    html.raw(STYLE).raw("<header>\n").element("p", "brand", "Kitproof").raw("\n");
    html.element("h1", MatrixText.headline(matrix)).raw("\n<p class=\"exit\">Bench ");
    html.text(matrix.bench()).raw(", ").text(Times.moment(matrix.started(), zone));
    html.raw("</p>\n</header>\n");
    complaints(html, matrix.complaints());
    MatrixPage page = new MatrixPage(html, matrix.scenarios());
    page.section("Nothing wrong", matrix.of(Kind.CONTROL));
    page.section("Mistakes of kits", matrix.of(Kind.MISTAKE));
    page.section("Faults of the bench", matrix.of(Kind.FAULT));
    return Frame.close(
        html,
        "A full square is a scenario that did not pass, a pale one passed, none did not run; a frame"
            + " marks one that names a wrong cause. <code>matrix.json</code> has all of it.");
  }

  private static void complaints(Html html, List<String> complaints) {
    if (complaints.isEmpty()) {
      return;
    }
    html.raw("<section>\n<h2>What should not be</h2>\n<ul class=\"complaints\">\n");
    complaints.forEach(text -> html.element("li", text).raw("\n"));
    html.raw("</ul>\n</section>\n");
  }

  private void section(String title, List<Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    html.raw("<section>\n").element("h2", title);
    html.raw("\n<div class=\"scroll\"><table class=\"matrix\">\n<tr><th>tried</th><th>failed</th>");
    html.raw("<th>named</th>");
    scenarios.forEach(
        cell -> {
          html.open("th", "class", "at", "title", cell.scenario());
          html.text(MatrixText.brief(cell.place())).close("th");
        });
    html.raw("</tr>\n");
    rows.forEach(this::row);
    html.raw("</table></div>\n</section>\n");
  }

  private void row(Row row) {
    Map<String, Cell> cells =
        row.cells().stream().collect(Collectors.toMap(Cell::place, Function.identity()));
    html.open("tr").open("th", "title", row.trial().text()).text(row.trial().name()).close("th");
    html.element("td", row.count(Verdict.FAILED) + " of " + row.cells().size());
    html.element("td", MatrixText.naming(row));
    for (Cell column : scenarios) {
      html.open("td", "class", "at");
      Cell cell = cells.get(column.place());
      if (cell != null) {
        square(row, cell);
      }
      html.close("td");
    }
    html.close("tr").raw("\n");
  }

  private void square(Row row, Cell cell) {
    boolean wrong = row.trial().kind() != Kind.MISTAKE ? cell.failed() : row.wrong().contains(cell);
    String said = cell.verdict().words() + " " + cell.place() + " " + cell.scenario();
    String named = cell.named().isEmpty() ? "" : " — " + String.join(" or ", cell.named());
    html.open(
        "i",
        "class",
        Badge.css(cell.verdict()) + (wrong ? " wrong" : ""),
        "title",
        said + named + (cell.why().isEmpty() ? "" : " — " + cell.why()));
    html.close("i");
  }
}
