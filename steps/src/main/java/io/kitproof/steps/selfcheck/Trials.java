package io.kitproof.steps.selfcheck;

import io.kitproof.boards.kit.Mistake;
import io.kitproof.boards.kit.Mistake.Place;
import io.kitproof.fixtures.BenchOptions;
import io.kitproof.fixtures.RigFault;
import io.kitproof.fixtures.benchfile.BenchFile;
import io.kitproof.fixtures.benchfile.KitSpec;
import io.kitproof.reports.matrix.Trial;
import io.kitproof.reports.matrix.Trial.Kind;
import io.kitproof.steps.CourseRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is tried, and with which scenarios.
 *
 * @param features as {@link CourseRun#only} takes them; all that come with Kitproof when empty
 * @param every each trial runs every scenario; else a mistake meets only those that need its kit,
 *     and a fault those that need the first kit with a button
 */
public record Trials(List<String> features, boolean every) {
  /** Copies the list. */
  public Trials {
    features = List.copyOf(features);
  }

  /** All trials on a bench: nothing wrong first. */
  List<TrialRun> on(BenchFile bench) {
    CourseRun course =
        CourseRun.on(bench).only(features.isEmpty() ? CourseRun.featureNames() : features);
    List<TrialRun> runs = new ArrayList<>();
    runs.add(new TrialRun(Trial.control(), course));
    // These take longest, for whatever the bench fails at is repeated: they begin first.
    for (RigFault fault : RigFault.values()) {
      runs.add(ofFault(course, bench, fault));
    }
    for (KitSpec kit : bench.kits().values()) {
      mistakes(bench, kit).forEach(mistake -> runs.add(ofMistake(course, kit, mistake)));
    }
    return runs;
  }

  /** Those that can be made: in the cloud only where there is one. */
  private static Stream<Mistake> mistakes(BenchFile bench, KitSpec kit) {
    return Mistake.of(kit.app()).stream()
        .filter(mistake -> mistake.place() != Place.CLOUD || bench.cloud().isPresent());
  }

  private TrialRun ofFault(CourseRun course, BenchFile bench, RigFault fault) {
    return new TrialRun(
        new Trial(Kind.FAULT, Optional.empty(), fault.code(), fault.text()),
        those(course, needsFirst(bench)).with(BenchOptions.none().withFault(fault)));
  }

  private TrialRun ofMistake(CourseRun course, KitSpec kit, Mistake mistake) {
    return new TrialRun(
        new Trial(Kind.MISTAKE, Optional.of(kit.name()), mistake.code(), mistake.text()),
        those(course, needs(kit.name()))
            .with(BenchOptions.none().withMistake(kit.name(), mistake)));
  }

  private CourseRun those(CourseRun course, String tags) {
    return every ? course : course.tagged(tags);
  }

  private static String needs(String kit) {
    return "@needs-" + kit;
  }

  /** A button brings most of a bench into play. */
  private static String needsFirst(BenchFile bench) {
    return bench.kits().values().stream()
        .filter(kit -> !kit.buttons().isEmpty())
        .findFirst()
        .map(kit -> needs(kit.name()))
        .orElseGet(() -> needsAny(bench));
  }

  /** The tags of scenarios that need a kit of the bench. */
  static String needsAny(BenchFile bench) {
    return bench.kits().keySet().stream().map(Trials::needs).collect(Collectors.joining(" or "));
  }
}
