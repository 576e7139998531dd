package io.kitproof.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.core.feature.FeatureWithLines;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.java.en.Given;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestStepFinished;
import io.kitproof.fixtures.Bench;
import io.kitproof.fixtures.benchfile.BenchFile;
import io.kitproof.steps.words.FaultWords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the cloud was told to do wrong, it is as before after a scenario whose step throws. */
final class FaultsEndTest {
  /** After its fault a step of each scenario throws. */
  private static final String THROWS =
      "    Then the publisher says \"what it never says\" within 1 second\n";

  private final RunningBench running =
      RunningBench.open("virtual", () -> Bench.open(BenchFile.load("virtual")));
  private final Watcher watcher = new Watcher();

  /** Asks the cloud what it does wrong after each step, and after each scenario's end. */
  private final class Watcher implements ConcurrentEventListener {
    private final Set<String> during = new HashSet<>();
    private final List<List<String>> duringEach = new ArrayList<>();
    private final List<List<String>> afterEach = new ArrayList<>();
    private final List<String> thrown = new ArrayList<>();

    @Override
    public void setEventPublisher(EventPublisher publisher) {
      publisher.registerHandlerFor(TestCaseStarted.class, e -> during.clear());
      publisher.registerHandlerFor(
          TestStepFinished.class, e -> during.addAll(running.get().cloud().faults()));
      publisher.registerHandlerFor(
          TestCaseFinished.class,
          e -> {
            duringEach.add(List.copyOf(during));
            afterEach.add(running.get().cloud().faults());
            thrown.add(String.valueOf(e.getResult().getError()));
          });
    }
  }

  @Test
  void each_fault_is_in_force_and_over_after_a_scenario_whose_step_throws(@TempDir Path folder)
      throws Exception {
    List<String> faults = faults();
    Path feature = Files.writeString(folder.resolve("faults.feature"), feature(faults));

    try (running) {
      run(feature);
    }

    assertThat(watcher.duringEach).hasSameSizeAs(faults).noneMatch(List::isEmpty);
    assertThat(watcher.thrown).allMatch(why -> why.contains("what it never says"));
    assertThat(watcher.afterEach).hasSameSizeAs(faults).allMatch(List::isEmpty);
  }

  private void run(Path feature) {
    RunFrame frame = new RunFrame(running, Optional.empty(), wedge -> {});
    Glue glue = new Glue(running, frame);
    Runtime.builder()
        .withRuntimeOptions(
            CourseRun.on(BenchFile.load("virtual"))
                .cucumberOptions(List.of(FeatureWithLines.parse(feature.toUri().toString()))))
        .withObjectFactorySupplier(() -> glue)
        .withAdditionalPlugins(watcher)
        .build()
        .run();
  }

  /** A step for each of the words, so that none is forgotten. */
  private static List<String> faults() {
    List<String> steps =
        Arrays.stream(FaultWords.class.getDeclaredMethods())
            .flatMap(method -> Arrays.stream(method.getAnnotationsByType(Given.class)))
            .map(given -> given.value().replace("{kit}", "publisher").replace("{int}", "2"))
            .map(text -> text.replace("{certificate}", "an expired certificate"))
            .map(text -> text.replace("{limit}", "1 minute").replace("{duration}", "1 minute"))
            .map(text -> text.replace("(s)", "s"))
            .toList();
    assertThat(steps).hasSizeGreaterThan(12).noneMatch(text -> text.contains("{"));
    return steps;
  }

  private static String feature(List<String> faults) {
    return faults.stream()
        .map(
            fault ->
                "  Scenario: "
                    + fault
                    + "\n    Given the publisher is ready\n    And "
                    + fault
                    + "\n"
                    + THROWS)
        .collect(Collectors.joining("\n", "Feature: Faults\n\n", ""));
  }
}
