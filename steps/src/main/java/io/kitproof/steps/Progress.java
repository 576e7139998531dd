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

  /** What the bench kept from being judged, or what is to be confirmed, begins once more. */
  default void repeating(int scenarios) {}

  /** A scenario ended. */
  default void scenarioFinished(ScenarioRecord scenario) {}
}
