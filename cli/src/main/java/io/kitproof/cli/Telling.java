package io.kitproof.cli;

import io.kitproof.cli.terminal.Screen;
import io.kitproof.reports.ScenarioRecord;
import io.kitproof.reports.Verdict;
import io.kitproof.reports.text.Printable;
import io.kitproof.reports.text.Times;
import io.kitproof.steps.Progress;
import java.util.Locale;

/** Says what a run is doing: what happens now on a terminal, and a line for each scenario. */
final class Telling implements Progress {
  private final Screen screen;
  private String scenario = "";

  Telling(Screen screen) {
    this.screen = screen;
  }

  @Override
  public void scenarioStarted(String feature, String name) {
    scenario = Printable.line(name);
    screen.now(scenario);
  }

  @Override
  public void stepStarted(String step) {
    screen.now(scenario + ": " + Printable.line(step));
  }

  @Override
  public void repeating(int scenarios) {
    screen.done(
        scenarios == 1
            ? "Once more, for the bench kept it from being judged: 1 scenario."
            : "Once more, for the bench kept them from being judged: " + scenarios + " scenarios.");
  }

  @Override
  public void scenarioFinished(ScenarioRecord record) {
    String line =
        String.format(
            Locale.ROOT,
            "%-7s %s  (%s, %s)",
            record.verdict().words(),
            Printable.line(record.name()),
            Printable.line(record.place()),
            Times.length(record.took()));
    // A terminal keeps only what somebody should look at; a log has everything.
    if (!screen.live() || record.verdict() != Verdict.PASSED) {
      screen.done(line);
    }
  }
}
