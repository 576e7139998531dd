package io.kitproof.reports.page;

import io.kitproof.reports.ScenarioRecord;
import io.kitproof.reports.Verdict;
import io.kitproof.reports.text.Times;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All scenarios by feature; those shown above already are links. */
final class FeatureList {
  private final Html html;
  private final ScenarioBody body;

  FeatureList(Html html, ScenarioBody body) {
    this.html = html;
    this.body = body;
  }

  void write(Numbered all) {
    Map<String, List<Numbered.Entry>> features = new LinkedHashMap<>();
    all.entries()
        .forEach(
            e -> features.computeIfAbsent(e.scenario().feature(), f -> new ArrayList<>()).add(e));
    html.raw("<section>\n<h2>Features</h2>\n");
    features.values().forEach(this::feature);
    html.raw("</section>\n");
  }

  private void feature(List<Numbered.Entry> scenarios) {
    ScenarioRecord first = scenarios.get(0).scenario();
    long passed = scenarios.stream().filter(e -> e.scenario().verdict() == Verdict.PASSED).count();
    html.raw("<div class=\"feature\">\n<h3>").text(first.featureTitle());
    html.element("span", "place", first.feature());
    html.element("span", "took", passed + " of " + scenarios.size() + " passed").raw("</h3>\n");
    for (Numbered.Entry e : scenarios) {
      if (e.scenario().verdict().needsAttention()) {
        html.open("a", "class", "row", "href", "#" + e.anchor());
        row(e.scenario());
        html.raw("</a>\n");
      } else {
        html.open("details", "class", "row", "id", e.anchor()).raw("<summary>");
        row(e.scenario());
        html.raw("</summary>\n");
        body.write(e);
        html.raw("</details>\n");
      }
    }
    html.raw("</div>\n");
  }

  private void row(ScenarioRecord s) {
    Badge.write(html, s.verdict());
    html.open("span", "class", "name").text(s.name());
    if (s.verdict() == Verdict.NOT_RUN) {
      s.cause().flatMap(c -> c.text().lines().findFirst()).ifPresent(this::why);
    }
    if (s.passedWithWarnings()) {
      html.raw(" ").element("span", "warned", "with warnings");
    }
    html.close("span").element("span", "place", "line " + s.line());
    took(html, s);
  }

  private void why(String reason) {
    html.raw(" ").element("span", "why", reason);
  }

  static void took(Html html, ScenarioRecord s) {
    boolean ran = s.verdict() != Verdict.NOT_RUN;
    html.element("span", "took", ran ? Times.length(s.took()) : "");
  }
}
