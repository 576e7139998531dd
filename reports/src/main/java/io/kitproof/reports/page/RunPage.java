package io.kitproof.reports.page;

import io.kitproof.reports.RunRecord;
import io.kitproof.reports.ScenarioRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
    Html html = new Html();
    Numbered all = Numbered.of(run);
    html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
    html.raw("<meta http-equiv=\"Content-Security-Policy\"");
    html.raw(" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    html.open("title").text(Headline.of(run) + " · " + run.bench() + " · Kitproof");
    html.close("title").raw("\n<style>\n" + style() + "</style>\n</head>\n<body>\n<main>\n");
    new PageHead(html, run, zone).write();
    ScenarioBody body = new ScenarioBody(html, Allowance.forScenarios(run.scenarios().size()));
    attention(html, body, all);
    new FeatureList(html, body).write(all);
    new MeasurementTable(html).ofRun(run);
    html.raw("<footer>The whole timeline of every scenario lies beside this page, in ");
    html.raw(
        "<code>timeline/</code>, as a page and one JSON object a line; <code>run.json</code> has the ");
    html.raw("verdicts and measurements for programs.</footer>\n</main>\n</body>\n</html>\n");
    return html.toString();
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

  private static String style() {
    try (InputStream css = RunPage.class.getResourceAsStream("page.css")) {
      if (css == null) {
        throw new IllegalStateException("page.css is missing beside " + RunPage.class.getName());
      }
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("page.css can't be read.", e);
    }
  }
}
