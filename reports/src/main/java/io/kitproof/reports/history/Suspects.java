package io.kitproof.reports.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Compares each button, LED and scenario on each bench with the same one on all other benches. Only
 * what happened often enough is compared, and what chance may well explain is nobody's fault: a p
 * of Fisher's test, times the number of comparisons (Bonferroni), below one in a hundred is needed.
 *
 * <p>Two benches are needed, and kits of the same firmware on them: a kit that is wrong is in
 * trouble on one bench only, too.
 */
final class Suspects {
  private static final int LEAST_TROUBLES = 3;
  private static final int LEAST_JUDGED = 10;
  private static final double CHANCE = 0.01;

  private record Pair(String bench, String what, String wire, Tally here, Tally elsewhere) {
    boolean enough() {
      return here.troubled() >= LEAST_TROUBLES
          && here.judged() >= LEAST_JUDGED
          && elsewhere.judged() >= LEAST_JUDGED;
    }
  }

  private Suspects() {}

  /** The least likely to be chance first. */
  static List<Suspect> of(List<Entry> entries) {
    List<Entry> judged = entries.stream().filter(Entry::judged).toList();
    List<Pair> pairs = new ArrayList<>(pairs(judged, Entry::used));
    pairs.addAll(pairs(judged, e -> Map.of(e.scenario(), "")));
    List<Pair> compared = pairs.stream().filter(Pair::enough).toList();
    return compared.stream()
        .map(pair -> suspect(pair, compared.size()))
        .filter(s -> s.p() < CHANCE)
        .sorted(Comparator.comparingDouble(Suspect::p).thenComparing(Suspect::what))
        .toList();
  }

  private static Suspect suspect(Pair pair, int comparisons) {
    double p =
        Fisher.p(
            pair.here.troubled(),
            pair.here.judged(),
            pair.elsewhere.troubled(),
            pair.elsewhere.judged());
    return new Suspect(
        pair.bench, pair.what, pair.wire, pair.here, pair.elsewhere, Math.min(1, p * comparisons));
  }

  /** Each thing on each bench against itself on the others. */
  private static List<Pair> pairs(
      List<Entry> entries, Function<Entry, Map<String, String>> things) {
    Map<String, Map<String, List<Entry>>> byThing = new TreeMap<>();
    Map<String, String> wires = new LinkedHashMap<>();
    for (Entry entry : entries) {
      things
          .apply(entry)
          .forEach(
              (thing, wire) -> {
                wires.put(entry.bench() + "\n" + thing, wire);
                byThing
                    .computeIfAbsent(thing, t -> new TreeMap<>())
                    .computeIfAbsent(entry.bench(), b -> new ArrayList<>())
                    .add(entry);
              });
    }
    List<Pair> pairs = new ArrayList<>();
    byThing.forEach(
        (thing, benches) ->
            benches.forEach(
                (bench, here) ->
                    pairs.add(
                        new Pair(
                            bench,
                            thing,
                            wires.getOrDefault(bench + "\n" + thing, ""),
                            Tally.of(here),
                            Tally.of(elsewhere(benches, bench))))));
    return pairs;
  }

  private static List<Entry> elsewhere(Map<String, List<Entry>> benches, String bench) {
    List<Entry> all = new ArrayList<>();
    benches.forEach(
        (other, entries) -> {
          if (!other.equals(bench)) {
            all.addAll(entries);
          }
        });
    return all;
  }
}
