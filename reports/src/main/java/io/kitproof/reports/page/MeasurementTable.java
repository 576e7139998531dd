package io.kitproof.reports.page;

import io.kitproof.reports.Measurement;
import io.kitproof.reports.RunRecord;
import io.kitproof.reports.Spread;
import io.kitproof.reports.text.Times;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What was measured, in milliseconds: in one scenario, or over a run. */
final class MeasurementTable {
  /** More than these are shown as their spread; the timeline has each. */
  private static final int SINGLE = 8;

  private final Html html;

  MeasurementTable(Html html) {
    this.html = html;
  }

  void ofScenario(List<Measurement> measurements) {
    if (measurements.isEmpty()) {
      return;
    }
    if (measurements.size() > SINGLE) {
      spreads(Spread.of(measurements));
      return;
    }
    html.raw("<div class=\"scroll\"><table class=\"numbers\"><thead><tr><th>measured");
    html.raw("<th>ms<th>limit ms<th></thead>\n<tbody>\n");
    for (Measurement m : measurements) {
      html.raw("<tr><td>").text(m.name());
      number(m.value());
      limit(m.limit());
      html.raw("<td>").raw(m.exceeded() ? "<em class=\"failed\">too long</em>" : "");
      html.raw(m.marginal() ? "<em class=\"rig\">marginal</em>" : "").raw("\n");
    }
    html.raw("</table></div>\n");
  }

  void ofRun(RunRecord run) {
    List<Spread> spreads = Spread.of(run);
    if (!spreads.isEmpty()) {
      html.raw("<section>\n<h2>Measurements</h2>\n");
      spreads(spreads);
      html.raw("</section>\n");
    }
  }

  private void spreads(List<Spread> spreads) {
    html.raw("<div class=\"scroll\"><table class=\"numbers\">");
    html.raw("<thead><tr><th>measured<th>times<th>min ms<th>median ms<th>p95 ms<th>max ms");
    html.raw("<th>limit ms<th></thead>\n<tbody>\n");
    for (Spread s : spreads) {
      html.raw("<tr><td>").text(s.name()).raw("<td>").text(String.valueOf(s.count()));
      number(s.min());
      number(s.median());
      number(s.p95());
      number(s.max());
      limit(s.limit());
      html.raw("<td>");
      some("failed", s.exceeded(), " too long");
      some("rig", s.marginal(), " marginal");
      html.raw("\n");
    }
    html.raw("</table></div>\n");
  }

  private void some(String cssClass, int n, String what) {
    if (n > 0) {
      html.element("em", cssClass, n + what).raw(" ");
    }
  }

  private void number(Duration value) {
    html.raw("<td>").text(Times.millis(value));
  }

  private void limit(Optional<Duration> limit) {
    html.raw("<td>").text(limit.map(Times::millis).orElse("–"));
  }
}
