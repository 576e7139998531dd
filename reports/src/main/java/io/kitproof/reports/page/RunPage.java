package io.kitproof.reports.page;

import io.kitproof.reports.RunRecord;
import io.kitproof.reports.ScenarioRecord;
import java.time.ZoneId;
import java.util.List;

/**
 * The page of a run: what needs attention first and open, then all features, then what was
 * measured. One file without scripts that asks nothing of any host; the browser is told to refuse
 * if it ever did.
 */
public final class RunPage {
  private RunPage() {}

  /**
   * The whole page.
   *
   * @param zone whose times it shows
   */
  public static String of(RunRecord run, ZoneId zone) {
    Html html = Frame.open(Headline.of(run) + " · " + run.bench());
    Numbered all = Numbered.of(run);
    new PageHead(html, run, zone).write();
    ScenarioBody body = new ScenarioBody(html, Allowance.forScenarios(run.scenarios().size()));
    attention(html, body, all);
    QuarantineList.write(html, run);
    new FeatureList(html, body).write(all);
    new MeasurementTable(html).ofRun(run);
    return Frame.close(
        html,
        "The whole timeline of every scenario lies beside this page, in <code>timeline/</code>, as a"
            + " page and one JSON object a line; <code>run.json</code> has the verdicts and"
            + " measurements for programs.");
  }

  private static void attention(Html html, ScenarioBody body, Numbered all) {
    List<Numbered.Entry> look = all.needingAttention();
    if (look.isEmpty()) {
      return;
    }
    html.raw("<section>\n<h2>Needs attention</h2>\n");
    for (Numbered.Entry e : look) {
      ScenarioRecord s = e.scenario();
      html.open("details", "class", "card " + Badge.css(s.verdict()), "id", e.anchor(), "open", "");
      html.raw("<summary>");
      Badge.write(html, s.verdict());
      html.element("span", "name", s.name()).element("span", "place", s.place());
      FeatureList.took(html, s);
      html.raw("</summary>\n");
      body.write(e);
      html.raw("</details>\n");
    }
    html.raw("</section>\n");
  }
}
