package io.kitproof.steps;

import io.kitproof.reports.ScenarioRecord;

/** Hears what a run is doing, on the thread that runs it. */
public interface Progress {
  /** Nobody wants to know. */
  static Progress none() {
    return new Progress() {};
  }

  /** A scenario begins. */
  default void scenarioStarted(String feature, String scenario) {}

  /** A step of it begins, as {@code When I press MB1 on the publisher}. */
  default void stepStarted(String step) {}

  /** What the bench itself kept from being judged begins once more: so many scenarios. */
  default void repeating(int scenarios) {}

  /** A scenario ended. */
  default void scenarioFinished(ScenarioRecord scenario) {}
}
