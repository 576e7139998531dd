package io.kitproof.cli;

import io.kitproof.boards.kit.Mistake;
import io.kitproof.boards.kit.Mistake.Place;
import io.kitproof.cli.terminal.UsageException;
import io.kitproof.fixtures.BenchOptions;
import io.kitproof.fixtures.benchfile.BenchFile;
import io.kitproof.fixtures.benchfile.KitSpec;
import java.util.List;
import java.util.stream.Collectors;

/** Reads {@code --mistake KIT:CODE}: which virtual kit gets which mistake. */
final class Mistakes {
  private final BenchFile bench;

  private Mistakes(BenchFile bench) {
    this.bench = bench;
  }

  /**
   * What the words ask for on a bench.
   *
   * @throws UsageException for a kit or a code there is none of, with the right ones, and for a
   *     mistake of the cloud where there is none
   */
  static BenchOptions on(BenchFile bench, List<String> words) {
    Mistakes mistakes = new Mistakes(bench);
    BenchOptions options = BenchOptions.none();
    for (String word : words) {
      options = mistakes.add(options, word);
    }
    return options;
  }

  private BenchOptions add(BenchOptions options, String word) {
    int colon = word.indexOf(':');
    if (colon < 1) {
      throw new UsageException(
          "--mistake should be KIT:CODE, such as " + example() + ", not " + word + ".");
    }
    KitSpec kit = kit(word.substring(0, colon));
    return options.withMistake(kit.name(), mistake(kit, word.substring(colon + 1)));
  }

  private String example() {
    return bench.kits().keySet().stream().findFirst().orElse("publisher") + ":wrong-topic";
  }

  private KitSpec kit(String name) {
    KitSpec kit = bench.kits().get(name);
    if (kit == null) {
      throw new UsageException(
          "No kit \""
              + name
              + "\" on bench "
              + bench.bench()
              + ". Kits: "
              + String.join(", ", bench.kits().keySet())
              + ".");
    }
    if (!kit.virtual()) {
      throw new UsageException(
          "Kit "
              + name
              + " of bench "
              + bench.bench()
              + " is real: only virtual kits can be given mistakes.");
    }
    return kit;
  }

  private Mistake mistake(KitSpec kit, String code) {
    Mistake found = find(kit, code);
    if (found.place() == Place.CLOUD && bench.cloud().isEmpty()) {
      throw new UsageException(
          "Mistake " + code + " is made in the cloud, and bench " + bench.bench() + " has none.");
    }
    return found;
  }

  private static Mistake find(KitSpec kit, String code) {
    List<Mistake> there = Mistake.of(kit.app());
    return there.stream()
        .filter(mistake -> mistake.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "No mistake \""
                        + code
                        + "\" of a "
                        + kit.app().name().toLowerCase(java.util.Locale.ROOT)
                        + ". Mistakes: "
                        + there.stream().map(Mistake::code).collect(Collectors.joining(", "))
                        + "."));
  }
}
