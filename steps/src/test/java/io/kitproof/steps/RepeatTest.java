package io.kitproof.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kitproof.boards.pty.Pty;
import io.kitproof.boards.virtual.Faults;
import io.kitproof.boards.virtual.VirtualBoard;
import io.kitproof.fixtures.benchfile.BenchFile;
import io.kitproof.fixtures.health.WedgeMarks;
import io.kitproof.fixtures.health.WedgedBenchException;
import io.kitproof.reports.RunRecord;
import io.kitproof.reports.ScenarioRecord;
import io.kitproof.reports.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What happens after a board failed in a scenario: the board is on a port of somebody else. */
@Execution(ExecutionMode.CONCURRENT)
final class RepeatTest {
  private static final Faults STUCK = Faults.none().withStuck(0, false);

  @TempDir private Path folder;
  private Pty console;
  private VirtualBoard presses;
  private WedgeMarks marks;

  @BeforeEach
  void plug() {
    console = Pty.open();
    presses = VirtualBoard.numato("presses", folder.resolve("presses"), 8, 1);
    marks = WedgeMarks.in(folder.resolve("marks"));
  }

  @AfterEach
  void unplug() {
    presses.close();
    console.close();
  }

  private CourseRun pressing() {
    BenchFile bench =
        BenchFile.parse(
            """
            bench: foreign
            boards:
              presses: {family: numato, port: %s}
            kits:
              publisher:
                console: {port: %s}
                buttons: {MB1: presses/0}
            """
                .formatted(presses.port(), console.path()),
            "foreign.yaml");
    return CourseRun.on(bench).only(List.of(Snippets.path("press.feature"))).marking(marks);
  }

  /** Makes the board misbehave in one attempt after the other, and hears what goes on. */
  private final class Attempts implements Progress {
    private final List<Faults> faults;
    private final List<String> heard = new ArrayList<>();
    private int attempt;

    Attempts(Faults... faults) {
      this.faults = List.of(faults);
    }

    @Override
    public void stepStarted(String step) {
      presses.misbehave(faults.get(attempt++));
    }

    @Override
    public void repeating(int scenarios) {
      heard.add("repeating " + scenarios);
    }

    @Override
    public void scenarioFinished(ScenarioRecord scenario) {
      heard.add(scenario.verdict().words());
    }
  }

  @Test
  void a_scenario_whose_bench_failed_is_repeated_once_and_flaky_when_it_passes_then() {
    Attempts attempts = new Attempts(STUCK, Faults.none());

    RunRecord run = pressing().run(attempts);

    ScenarioRecord scenario = run.scenarios().get(0);
    assertThat(run.scenarios()).hasSize(1);
    assertThat(attempts.heard).containsExactly("rig", "repeating 1", "flaky");
    assertThat(run.exitCode().code()).isEqualTo(4);
    assertThat(scenario.cause().orElseThrow().text())
        .startsWith("Contact 0 of presses is stuck open.");
    assertThat(scenario.attempts())
        .extracting(ScenarioRecord::verdict)
        .containsExactly(Verdict.RIG, Verdict.FLAKY);
    assertThat(marks.of("foreign")).isEmpty();
  }

  @Test
  void a_bench_that_fails_again_stays_the_benchs_fault_and_there_is_no_third_attempt() {
    Attempts attempts = new Attempts(STUCK, STUCK);

    RunRecord run = pressing().run(attempts);

    assertThat(attempts.heard).containsExactly("rig", "repeating 1", "rig");
    assertThat(run.scenarios().get(0).attempts()).hasSize(2);
    assertThat(run.exitCode().code()).isEqualTo(3);
  }

  @Test
  void a_bench_that_fails_its_health_check_is_marked_and_refused_until_the_mark_is_cleared() {
    Attempts attempts = new Attempts(Faults.none().withSilence(), Faults.none());

    RunRecord run = pressing().run(attempts);

    assertThat(attempts.heard).containsExactly("rig");
    assertThat(run.exitCode().code()).isEqualTo(3);
    assertThat(marks.of("foreign").orElseThrow().text()).startsWith("presses did not answer");

    presses.misbehave(Faults.none());
    assertThatThrownBy(() -> pressing().run(Progress.none()))
        .isInstanceOf(WedgedBenchException.class)
        .hasMessageMatching(
            "(?s)Bench foreign is wedged: it failed its health check at \\S+\\.\n"
                + "  presses did not answer .*"
                + "  next: mend it, then kitproof doctor, which clears the mark of a bench that is well");

    assertThat(marks.clear("foreign")).isTrue();
    assertThat(pressing().run(Progress.none()).count(Verdict.PASSED)).isEqualTo(1);
  }

  @Test
  void allure_gets_the_verdict_and_both_attempts(@TempDir Path allure) throws Exception {
    RunRecord run = pressing().allureIn(allure).run(new Attempts(STUCK, Faults.none()));

    assertThat(run.count(Verdict.FLAKY)).isEqualTo(1);
    List<JsonNode> results = results(allure);
    assertThat(results)
        .extracting(r -> r.path("status").asText() + " " + r.at("/statusDetails/flaky"))
        .containsExactlyInAnyOrder("broken false", "passed true");
    assertThat(results.get(0).path("historyId")).isEqualTo(results.get(1).path("historyId"));
    assertThat(results.get(0).at("/statusDetails/message").asText())
        .startsWith("Contact 0 of presses is stuck open.");
  }

  private static List<JsonNode> results(Path allure) throws IOException {
    List<JsonNode> results = new ArrayList<>();
    try (Stream<Path> files = Files.list(allure)) {
      for (Path file : files.filter(f -> f.toString().endsWith("-result.json")).toList()) {
        results.add(new ObjectMapper().readTree(file.toFile()));
      }
    }
    return results;
  }
}
