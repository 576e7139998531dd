package io.kitproof.reports;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One run.
 *
 * @param cloud what the kits talked to, as {@code local} or {@code none}
 * @param scenarios those that decide what the run ends with
 * @param interrupted whether it was stopped before its end; the scenarios are those that ran
 * @param quarantined those that ran as well, and decide nothing
 */
public record RunRecord(
    String bench,
    String cloud,
    Instant started,
    List<ScenarioRecord> scenarios,
    boolean interrupted,
    List<Quarantined> quarantined) {
  /** Copies the lists. */
  public RunRecord {
    scenarios = List.copyOf(scenarios);
    quarantined = List.copyOf(quarantined);
  }

  /** One without a quarantine. */
  public RunRecord(
      String bench,
      String cloud,
      Instant started,
      List<ScenarioRecord> scenarios,
      boolean interrupted) {
    this(bench, cloud, started, scenarios, interrupted, List.of());
  }

  /** How many scenarios ended so. */
  public int count(Verdict verdict) {
    return (int) scenarios.stream().filter(s -> s.verdict() == verdict).count();
  }

  /** How long its scenarios took together. */
  public Duration took() {
    return scenarios.stream().map(ScenarioRecord::took).reduce(Duration.ZERO, Duration::plus);
  }

  /** What it ends with. */
  public ExitCode exitCode() {
    return ExitCode.of(this);
  }
}
