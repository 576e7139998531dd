package io.kitproof.reports.diagnosis;

import io.kitproof.fixtures.Bench;
import java.util.List;
import java.util.Optional;

/** What is known of a bench whatever was seen. */
public record BenchFacts(List<KitFacts> kits) {
  /** Copies the list. */
  public BenchFacts {
    kits = List.copyOf(kits);
  }

  /** The facts of an open bench. */
  public static BenchFacts of(Bench bench) {
    return new BenchFacts(bench.kits().stream().map(kit -> KitFacts.of(kit, bench)).toList());
  }

  /** The kit that was given this certificate. */
  Optional<KitFacts> owner(String principal) {
    return kits.stream()
        .filter(kit -> kit.principal().filter(principal::equals).isPresent())
        .findFirst();
  }
}
