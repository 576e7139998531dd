package io.kitproof.reports;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All measurements of one name in a run. Percentiles are measured values (nearest rank), never
 * interpolated ones.
 *
 * @param limit the tightest any of them was held to
 * @param marginal how many kept their limit only just
 * @param exceeded how many did not keep it
 */
public record Spread(
    String name,
    int count,
    Duration min,
    Duration median,
    Duration p95,
    Duration max,
    Optional<Duration> limit,
    int marginal,
    int exceeded) {

  /** The spread of each name in a run, in the order of first appearance. */
  public static List<Spread> of(RunRecord run) {
    return of(run.scenarios().stream().flatMap(s -> s.seen().measurements().stream()).toList());
  }

  /** The spread of each name, in the order of first appearance. */
  public static List<Spread> of(List<Measurement> measurements) {
    Map<String, List<Measurement>> names = new LinkedHashMap<>();
    measurements.forEach(m -> names.computeIfAbsent(m.name(), n -> new ArrayList<>()).add(m));
    return names.entrySet().stream().map(e -> of(e.getKey(), e.getValue())).toList();
  }

  private static Spread of(String name, List<Measurement> all) {
    List<Duration> sorted = all.stream().map(Measurement::value).sorted().toList();
    return new Spread(
        name,
        sorted.size(),
        sorted.get(0),
        rank(sorted, 50),
        rank(sorted, 95),
        sorted.get(sorted.size() - 1),
        all.stream().flatMap(m -> m.limit().stream()).min(Duration::compareTo),
        (int) all.stream().filter(Measurement::marginal).count(),
        (int) all.stream().filter(Measurement::exceeded).count());
  }

  private static Duration rank(List<Duration> sorted, int percent) {
    int rank = (sorted.size() * percent + 99) / 100;
    return sorted.get(Math.max(1, rank) - 1);
  }
}
