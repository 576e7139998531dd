package io.kitproof.reports;

import io.kitproof.fixtures.timeline.Observation;
import io.kitproof.fixtures.timeline.Observation.Measured;
import io.kitproof.fixtures.timeline.Observation.Warned;
import io.kitproof.fixtures.timeline.Timeline;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What was seen in one scenario. A private key in it is withheld from the beginning, so no
 * rendering can show one.
 *
 * @param scenario the name of the scenario
 * @param epochNanos when the scenario began, on the clock of {@code System.nanoTime()}
 * @param epoch the same moment for people
 * @param observations in the order of their arrival
 * @param past how each kit booted and connected before it began, and what came of it
 */
public record Recording(
    String scenario,
    long epochNanos,
    Instant epoch,
    List<Observation> observations,
    List<Observation> past) {
  /** A recording without private keys. */
  public Recording {
    scenario = Secrets.withheld(scenario);
    observations = Secrets.withheld(observations);
    past = Secrets.withheld(past);
  }

  /** One without a past. */
  public Recording(
      String scenario, long epochNanos, Instant epoch, List<Observation> observations) {
    this(scenario, epochNanos, epoch, observations, List.of());
  }

  /** What the timeline holds now; {@code clock} says when that is for people. */
  public static Recording of(Timeline timeline, Clock clock) {
    long epochNanos = timeline.epoch();
    Instant epoch = clock.instant().minusNanos(System.nanoTime() - epochNanos);
    return new Recording(timeline.scenario(), epochNanos, epoch, timeline.all(), timeline.past());
  }

  /** Everything by its own time stamp: what arrived late stands where it belongs. */
  public List<Observation> inOrder() {
    return observations.stream()
        .sorted(Comparator.comparingLong(o -> o.nanos() - epochNanos))
        .toList();
  }

  /** What its reader should know of though it passed, in order, each once. */
  public List<String> warnings() {
    return observations.stream()
        .filter(Warned.class::isInstance)
        .map(Observation::text)
        .distinct()
        .toList();
  }

  /** What it measured, in order. */
  public List<Measurement> measurements() {
    return observations.stream()
        .filter(Measured.class::isInstance)
        .map(Measured.class::cast)
        .map(m -> new Measurement(m.name(), m.value(), m.limit()))
        .toList();
  }
}
