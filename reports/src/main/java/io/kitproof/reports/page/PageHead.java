package io.kitproof.reports.page;

import io.kitproof.reports.ExitCode;
import io.kitproof.reports.RunRecord;
import io.kitproof.reports.Verdict;
import io.kitproof.reports.text.Times;
import java.time.ZoneId;
import java.util.List;

/** The top of the page: the headline, where and when, the counts, what the exit code means. */
final class PageHead {
  private static final List<Verdict> ORDER =
      List.of(Verdict.PASSED, Verdict.FAILED, Verdict.RIG, Verdict.FLAKY, Verdict.NOT_RUN);

  private final Html html;
  private final RunRecord run;
  private final ZoneId zone;

  PageHead(Html html, RunRecord run, ZoneId zone) {
    this.html = html;
    this.run = run;
    this.zone = zone;
  }

  void write() {
    html.raw("<header>\n").element("p", "brand", "Kitproof").raw("\n");
    html.element("h1", "headline", Headline.of(run)).raw("\n<dl class=\"facts\">");
    fact("Bench", run.bench());
    fact("Cloud", run.cloud());
    fact("Started", Times.moment(run.started(), zone));
    fact("Scenarios took", Times.length(run.took()));
    html.raw("</dl>\n");
    bar();
    counts();
    ExitCode exit = run.exitCode();
    html.raw("<p class=\"exit\">Exit code <b>").text(String.valueOf(exit.code()));
    html.raw("</b>: ").text(exit.meaning()).raw(".</p>\n");
    if (run.interrupted()) {
      html.element("p", "stopped", "The run was stopped. This is the report of what ran.");
    }
    html.raw("</header>\n");
  }

  private void fact(String name, String value) {
    html.raw("<div>").element("dt", name).element("dd", value).raw("</div>");
  }

  private void bar() {
    html.raw("<div class=\"bar\" aria-hidden=\"true\">");
    for (Verdict v : ORDER) {
      int n = run.count(v);
      if (n > 0) {
        html.open("i", "class", Badge.css(v), "style", "flex-grow:" + n).close("i");
      }
    }
    html.raw("</div>\n");
  }

  private void counts() {
    html.raw("<ul class=\"counts\">");
    for (Verdict v : ORDER) {
      int n = run.count(v);
      html.open("li", "class", Badge.css(v) + (n == 0 ? " none" : ""));
      html.element("b", String.valueOf(n)).raw(" ").text(v.words()).close("li");
    }
    html.raw("</ul>\n");
  }
}
