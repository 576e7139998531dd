package io.kitproof.reports;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One scenario that ran, or was left out.
 *
 * @param feature the feature's file, as {@code 05_two_kits.feature}
 * @param featureTitle what the feature calls itself
 * @param line where it stands in the file; a row of examples for an outline
 */
public record ScenarioRecord(
    String feature,
    String featureTitle,
    String name,
    int line,
    Judgement judgement,
    Duration took,
    List<Step> steps,
    Recording seen) {
  /** Copies the list. */
  public ScenarioRecord {
    steps = List.copyOf(steps);
  }

  /** What it proved. */
  public Verdict verdict() {
    return judgement.verdict();
  }

  /** Why it did not simply pass. */
  public Optional<Cause> cause() {
    return judgement.cause();
  }

  /** Where it stands, as {@code 05_two_kits.feature:12}. */
  public String place() {
    return feature + ":" + line;
  }
}
