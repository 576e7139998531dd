package io.kitproof.reports;

import java.time.LocalDate;

/**
 * A scenario that ran and decides nothing, since somebody has promised to mend it.
 *
 * @param owner who
 * @param until the last day of it
 * @param why what is wrong with it
 */
public record Quarantined(ScenarioRecord scenario, String owner, LocalDate until, String why) {
  /** What it proved and on whose word it does not count, in a sentence. */
  public String words() {
    String cause =
        scenario.cause().map(c -> ": " + c.text().lines().findFirst().orElse("")).orElse("");
    return "It "
        + (scenario.verdict() == Verdict.RIG ? "could not be judged" : scenario.verdict().words())
        + cause
        + (cause.endsWith(".") ? " " : ". ")
        + "Quarantined by "
        + owner
        + " until "
        + until
        + ": "
        + why;
  }
}
