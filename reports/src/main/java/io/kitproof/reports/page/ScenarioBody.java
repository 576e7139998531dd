package io.kitproof.reports.page;

import io.kitproof.reports.Cause;
import io.kitproof.reports.Recording;
import io.kitproof.reports.ScenarioRecord;
import io.kitproof.reports.Step;
import io.kitproof.reports.evidence.ConsoleTranscript;
import io.kitproof.reports.evidence.PacketLog;
import io.kitproof.reports.text.Times;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a scenario shows when it is open: the message, steps, measurements, then the evidence. */
public final class ScenarioBody {
  private final Html html;
  private final Allowance allowance;

  /**
   * For a page that has nothing beside it.
   *
   * @param scenarios how many such there are on the page
   */
  public static ScenarioBody alone(Html html, int scenarios) {
    return new ScenarioBody(html, Allowance.forScenarios(scenarios));
  }

  ScenarioBody(Html html, Allowance allowance) {
    this.html = html;
    this.allowance = allowance;
  }

  /** All that one attempt has to show, without a link to anywhere. */
  public void write(ScenarioRecord scenario) {
    html.raw("<div class=\"body\">\n");
    write(scenario, "", "", allowance);
    html.raw("</div>\n");
  }

  void write(Numbered.Entry entry) {
    ScenarioRecord s = entry.scenario();
    int attempts = s.attempts().size();
    html.raw("<div class=\"body\">\n");
    write(s, entry.file(), entry.timelinePage(), allowance.among(attempts));
    s.first().ifPresent(first -> first(first, entry));
    html.raw("</div>\n");
  }

  private void first(ScenarioRecord first, Numbered.Entry entry) {
    html.raw("<details class=\"first\"><summary>First attempt ");
    Badge.write(html, first.verdict());
    html.raw("</summary>\n");
    write(first, entry.fileOfFirst(), entry.timelinePageOfFirst(), allowance.among(2));
    html.raw("</details>\n");
  }

  private void write(ScenarioRecord s, String file, String page, Allowance allowance) {
    s.cause().ifPresent(this::cause);
    warnings(s.seen().warnings());
    steps(s.steps());
    new MeasurementTable(html).ofScenario(s.seen().measurements());
    Recording seen = s.seen();
    if (!seen.observations().isEmpty()) {
      if (!page.isEmpty()) {
        html.raw("<p class=\"lanes\">").open("a", "href", page);
        html.raw("Timeline page</a>: everything on lanes, with the bytes</p>\n");
      }
      new TimelineTable(html, allowance.among(2)).write(seen, file);
    }
    Map<String, String> consoles = ConsoleTranscript.byKit(seen);
    Allowance share = allowance.among(2).among(consoles.size() + 1);
    consoles.forEach((kit, text) -> transcript("Console of " + kit, text, file, share));
    transcript("Packet log", PacketLog.of(seen), file, share);
  }

  private void cause(Cause cause) {
    html.open("p", "class", "blame").raw("At fault: ").element("b", cause.blamed());
    html.raw("</p>\n<pre class=\"message\">").lines(cause.text().strip()).raw("</pre>\n");
  }

  private void warnings(List<String> warnings) {
    if (warnings.isEmpty()) {
      return;
    }
    html.raw("<ul class=\"warnings\">\n");
    warnings.forEach(w -> html.element("li", "warning", w).raw("\n"));
    html.raw("</ul>\n");
  }

  private void steps(List<Step> steps) {
    if (steps.isEmpty()) {
      return;
    }
    html.raw("<ol class=\"steps\">\n");
    for (Step step : steps) {
      String status = step.status().name().toLowerCase(Locale.ROOT);
      html.open("li", "class", status).element("b", step.keyword()).raw(" ");
      html.element("span", "name", step.text());
      boolean ran = step.status() == Step.Status.PASSED || step.status() == Step.Status.FAILED;
      html.element("span", "took", ran ? Times.length(step.took()) : status);
      html.raw("</li>\n");
    }
    html.raw("</ol>\n");
  }

  private void transcript(String name, String text, String file, Allowance share) {
    if (text.isEmpty()) {
      return;
    }
    List<String> lines = text.lines().map(share::cut).toList();
    Excerpt shown = Excerpt.of(lines, line -> new Html().text(line).raw("\n"), share);
    html.raw("<details><summary>").text(name);
    html.element("span", "count", Excerpt.count(lines.size(), "line")).raw("</summary>\n");
    shown.sentence(html, "line", file);
    html.raw("<pre class=\"log\">").raw(shown.markup()).raw("</pre></details>\n");
  }
}
