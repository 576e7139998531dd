package io.kitproof.cli.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kitproof.cli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("measures time and looks at all threads")
final class ScenariosTest {
  private static final String LINE = System.lineSeparator();

  private static final List<String> TWO_SILENCES =
      List.of(
          "Feature: Silence",
          "  Scenario: Nobody presses",
          "    Given the publisher is ready",
          "    Then the publisher publishes nothing in 700 milliseconds",
          "  Scenario: Nobody presses again",
          "    Given the publisher is ready",
          "    Then the publisher publishes nothing in 700 milliseconds");

  private static final List<String> WRONG_FIRST_MESSAGE =
      List.of(
          "Feature: A button",
          "  Scenario: The first message is LIGHT ON",
          "    Given the publisher has just started",
          "    When I press MB1 on the publisher",
          "    Then the publisher publishes \"LIGHT ON\" within 100 milliseconds");

  @TempDir private Path folder;

  private Ran brief(List<String> feature, String... more) throws IOException {
    String file = Files.write(folder.resolve("some.feature"), feature).toString();
    List<String> words = new ArrayList<>(List.of("benchmark", "scenarios", "--features", file));
    words.addAll(List.of(more));
    return Ran.command(words.toArray(String[]::new));
  }

  @Test
  void scenarios_of_two_benches_are_counted_and_their_waiting_overlaps() throws Exception {
    Ran ran = brief(TWO_SILENCES, "--benches", "1,2", "--rounds", "2", "--format", "json");

    JsonNode json = ran.json();
    JsonNode one = json.at("/runs/0");
    JsonNode two = json.at("/runs/1");
    assertThat(ran.code()).as(ran.out()).isZero();
    assertThat(json.get("runs")).hasSize(2);
    assertThat(one.get("benches").asInt()).isEqualTo(1);
    assertThat(one.get("scenarios").asInt()).isEqualTo(2 * 2);
    assertThat(one.get("times_one_bench").asDouble()).isEqualTo(1);
    assertThat(two.get("benches").asInt()).isEqualTo(2);
    assertThat(two.get("scenarios").asInt()).isEqualTo(2 * 2 * 2);
    assertThat(two.get("failed").asInt()).isZero();
    assertThat(two.get("failures")).isEmpty();
    // 4 scenarios of 0.7 s each can't be done more often than this on one bench.
    assertThat(one.get("per_minute").asDouble()).isPositive().isLessThan(60 / 0.7);
    assertThat(two.get("times_one_bench").asDouble()).isBetween(1.2, 2.5);
    assertThat(json.at("/warm_up/scenarios").asInt()).isEqualTo(2 * 2);
  }

  @Test
  void scenario_that_fails_is_named_and_gives_the_exit_code_of_a_run() throws Exception {
    Ran ran = brief(WRONG_FIRST_MESSAGE, "--benches", "1", "--rounds", "1");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out())
        .containsPattern("  1 bench +1 +1 +\\d+\\.\\d +1\\.00\n")
        .contains(
            "failed on 1 bench: The first message is LIGHT ON (some.feature:2): "
                + "The topic demo/bulb should carry \"LIGHT ON\" within 100 ms, but what came was "
                + "\"LIGHT OFF\" on demo/bulb.\n");
    assertThat(ran.out().lines().filter(line -> line.startsWith("failed on"))).hasSize(2);
  }

  @Test
  void command_that_is_interrupted_closes_its_benches_and_says_so() {
    Thread.currentThread().interrupt();

    Ran ran = Ran.command("benchmark", "scenarios", "--benches", "2");

    assertThat(ran).isEqualTo(new Ran(130, "", "Interrupted." + LINE));
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().startsWith(BenchCrew.THREAD));
  }

  @Test
  void tags_that_fit_nothing_are_refused() throws Exception {
    assertThat(brief(TWO_SILENCES, "--benches", "1", "--tags", "@nowhere"))
        .isEqualTo(new Ran(2, "", "No scenario there has tags that fit @nowhere." + LINE));
  }

  @Test
  void number_of_benches_out_of_bounds_is_refused() throws Exception {
    assertThat(brief(TWO_SILENCES, "--benches", "1,0"))
        .isEqualTo(new Ran(2, "", "--benches should be at least 1, not 0." + LINE));
    assertThat(brief(TWO_SILENCES, "--benches", "65"))
        .isEqualTo(new Ran(2, "", "--benches should be at most 64, not 65." + LINE));
  }

  @Test
  void feature_that_is_not_there_is_refused() {
    assertThat(Ran.command("benchmark", "scenarios", "--features", "77").err())
        .startsWith("No feature \"77\". Features: 01_provision, 02_publisher, ");
  }
}
