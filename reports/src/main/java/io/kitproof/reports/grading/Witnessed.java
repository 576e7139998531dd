package io.kitproof.reports.grading;

import io.kitproof.reports.ScenarioRecord;
import java.util.List;

/**
 * What was seen of a submission, for its author's page.
 *
 * @param scenarios that ran
 * @param programmer what the programmer printed, the end of it
 */
public record Witnessed(List<ScenarioRecord> scenarios, List<String> programmer) {
  /** Nothing was seen. */
  public static final Witnessed NOTHING = new Witnessed(List.of(), List.of());

  /** Copies the lists. */
  public Witnessed {
    scenarios = List.copyOf(scenarios);
    programmer = List.copyOf(programmer);
  }
}
