package io.kitproof.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cucumber.tagexpressions.TagExpressionException;
import io.kitproof.boards.kit.Mistake;
import io.kitproof.fixtures.BenchOptions;
import io.kitproof.fixtures.benchfile.BenchFile;
import io.kitproof.fixtures.firmware.ConsoleWords;
import io.kitproof.fixtures.timeline.Observation.ConsoleLine;
import io.kitproof.reports.Cause;
import io.kitproof.reports.RunRecord;
import io.kitproof.reports.ScenarioRecord;
import io.kitproof.reports.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
final class CourseRunTest {
  private static final String DEAD_BOARD =
      """
      bench: dead
      cloud: {local: {}}
      boards:
        presses: {family: numato, virtual: {silent: true}, channels: 8}
      kits:
        publisher:
          firmware: {app: publisher, profile: wiced41}
          virtual: true
          buttons: {MB1: presses/0}
          thing: demo_Publisher
          topic: demo/bulb
      """;

  private final CourseRun snippets =
      CourseRun.on(BenchFile.load("virtual")).only(List.of(Snippets.path("verdicts.feature")));

  @Test
  void each_scenario_says_what_it_proved_and_why() {
    RunRecord run = snippets.run(Progress.none());

    assertThat(run.scenarios())
        .extracting(s -> s.verdict() + ": " + s.cause().map(Cause::text).orElse(""))
        .containsExactly(
            "PASSED: ",
            "RIG: Nothing says what to do for: \"When I sing to the publisher\".",
            "NOT_RUN: This bench has no kit \"barometer\". Kits: publisher, subscriber, lightbulb.",
            "RIG: No kit \"pubisher\" on this bench. There: publisher, subscriber, lightbulb.");
    assertThat(run.scenarios().get(0).place()).isEqualTo("verdicts.feature:3");
    assertThat(run.scenarios().get(0).featureTitle()).isEqualTo("Verdicts");
  }

  @Test
  void progress_hears_scenarios_and_steps_in_order() {
    List<String> heard = new ArrayList<>();

    var unused =
        snippets.run(
            new Progress() {
              @Override
              public void scenarioStarted(String feature, String scenario) {
                heard.add(feature + ": " + scenario);
              }

              @Override
              public void stepStarted(String step) {
                heard.add(step);
              }

              @Override
              public void scenarioFinished(ScenarioRecord scenario) {
                heard.add(scenario.verdict().words());
              }
            });

    assertThat(heard)
        .startsWith(
            "verdicts.feature: passes",
            "Given the publisher is ready",
            "passed",
            "verdicts.feature: has words nobody knows");
  }

  @Test
  void a_stopped_run_keeps_what_ran_and_begins_nothing_more() {
    Stopper stopper = new Stopper();

    RunRecord run =
        snippets.run(
            new Progress() {
              @Override
              public void scenarioFinished(ScenarioRecord scenario) {
                stopper.stop();
              }
            },
            stopper);

    assertThat(run.interrupted()).isTrue();
    assertThat(run.scenarios()).extracting(ScenarioRecord::name).containsExactly("passes");
    assertThat(stopper.awaitEnd(Duration.ZERO)).isTrue();
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void a_scenario_that_waits_gives_up_when_the_run_is_stopped() {
    Stopper stopper = new Stopper();

    RunRecord run =
        snippets
            .only(List.of(Snippets.path("waits.feature")))
            .run(
                new Progress() {
                  @Override
                  public void stepStarted(String step) {
                    stopper.stop();
                  }
                },
                stopper);

    assertThat(run.scenarios())
        .extracting(s -> s.verdict() + ": " + s.cause().map(Cause::text).orElse(""))
        .containsExactly("NOT_RUN: The run was stopped in this scenario.");
  }

  @Test
  void a_board_that_does_not_answer_makes_every_scenario_rig() {
    RunRecord run =
        CourseRun.on(BenchFile.parse(DEAD_BOARD, "dead.yaml"))
            .only(List.of("02"))
            .tagged("not @virtual and not @cloud-fault")
            .run(Progress.none());

    assertThat(run.count(Verdict.RIG)).isEqualTo(run.scenarios().size()).isPositive();
    assertThat(run.scenarios())
        .extracting(s -> s.cause().orElseThrow())
        .allSatisfy(
            cause -> {
              assertThat(cause.code()).isEqualTo(Cause.BENCH);
              assertThat(cause.text()).contains("presses");
            });
  }

  @Test
  void allure_gets_a_result_and_the_evidence_of_each_scenario(@TempDir Path allure)
      throws Exception {
    var unused = snippets.allureIn(allure).run(Progress.none());

    try (Stream<Path> files = Files.list(allure)) {
      List<String> names = files.map(f -> f.getFileName().toString()).toList();
      assertThat(names.stream().filter(n -> n.endsWith("-result.json"))).hasSize(4);
      assertThat(names.stream().filter(n -> n.endsWith("-attachment.log"))).isNotEmpty();
    }
  }

  @Test
  void a_course_that_is_open_runs_again_on_the_same_bench() {
    try (OpenCourse open = snippets.open()) {
      RunRecord first = open.run(Progress.none(), new Stopper());
      RunRecord second = open.run(Progress.none(), new Stopper());

      assertThat(first.count(Verdict.PASSED)).isEqualTo(1);
      assertThat(second.count(Verdict.PASSED)).isEqualTo(1);
      assertThat(consoleLines(second)).noneMatch(line -> line.contains(ConsoleWords.JOINED));
    }
  }

  private static List<String> consoleLines(RunRecord run) {
    return run.scenarios().get(0).seen().observations().stream()
        .filter(ConsoleLine.class::isInstance)
        .map(line -> ((ConsoleLine) line).line())
        .toList();
  }

  @Test
  void features_go_by_number_name_and_path() {
    assertThat(CourseRun.featureNames()).contains("02_publisher", "04_subscriber", "05_pair");
    assertThat(FeatureShelf.open().find(List.of("05", "05_pair")))
        .containsExactly("classpath:features/05_pair.feature");
    assertThat(FeatureShelf.open().find(List.of()))
        .containsExactlyElementsOf(
            CourseRun.featureNames().stream()
                .filter(name -> !name.contains("/"))
                .map(name -> "classpath:features/" + name + ".feature")
                .toList());
  }

  @Test
  void a_feature_nobody_wrote_lists_those_there_are() {
    CourseRun wrong = snippets.only(List.of("99"));

    assertThatThrownBy(() -> wrong.run(Progress.none()))
        .isInstanceOf(NoSuchFeatureException.class)
        .hasMessage(
            "No feature \"99\". Features: "
                + CourseRun.featureNames().stream().collect(Collectors.joining(", "))
                + ".");
  }

  @Test
  void a_feature_file_that_is_not_there_is_named() {
    CourseRun wrong = snippets.only(List.of("nowhere/x.feature"));

    assertThatThrownBy(() -> wrong.run(Progress.none()))
        .hasMessage("No feature file nowhere/x.feature.");
  }

  @Test
  void tags_that_are_no_expression_are_refused_before_the_bench_opens() {
    CourseRun wrong = snippets.tagged("@virtual and");

    assertThatThrownBy(() -> wrong.run(Progress.none())).isInstanceOf(TagExpressionException.class);
  }

  @Test
  void a_mistake_of_the_command_line_reaches_the_kit() {
    RunRecord run =
        CourseRun.on(BenchFile.load("virtual"))
            .with(BenchOptions.none().withMistake("subscriber", Mistake.INVERTED_LED))
            .only(List.of(Snippets.path("light_on.feature")))
            .run(Progress.none());

    assertThat(run.scenarios().get(0).cause().orElseThrow().text())
        .startsWith("LED1 of subscriber should turn on within 300 ms, but stayed off.")
        .contains("subscriber console: light on");
  }
}
