package io.kitproof.steps.words;

import io.cucumber.java.Scenario;

/** What happens before and after each scenario; the run implements it. */
public interface Frame {
  /**
   * Begins a scenario.
   *
   * @throws RuntimeException when the bench is not there, or the scenario can't run on it
   */
  void begin(Scenario scenario);

  /**
   * Ends a scenario, whatever happened in it.
   *
   * @throws RuntimeException the bench's trouble
   */
  void end(Scenario scenario);
}
