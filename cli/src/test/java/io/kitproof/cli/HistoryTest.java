package io.kitproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryTest {
  private static final String NAME = "LIGHT ON lights it";

  @TempDir private Path folder;
  private String feature;

  @BeforeEach
  void write_a_feature() throws Exception {
    feature =
        Files.write(
                folder.resolve("light.feature"),
                List.of(
                    "Feature: A light",
                    "  Scenario: " + NAME,
                    "    When somebody publishes \"LIGHT ON\" to the subscriber's topic",
                    "    Then the subscriber's LED turns on within 2 seconds"))
            .toString();
  }

  private Started command(List<String> words) throws Exception {
    return Started.command(
        Map.of("KITPROOF_STATE", folder.resolve("state").toString(), "BUILD_URL", "http://ci/7"),
        words.toArray(String[]::new));
  }

  private int run(String... more) throws Exception {
    List<String> words =
        new ArrayList<>(List.of("run", feature, "--out", folder.resolve("out").toString()));
    words.addAll(List.of(more));
    try (Started run = command(words)) {
      return run.ended();
    }
  }

  private String history(String... more) throws Exception {
    List<String> words = new ArrayList<>(List.of("history"));
    words.addAll(List.of(more));
    try (Started history = command(words)) {
      String told = history.rest();
      assertThat(history.ended()).isZero();
      return told;
    }
  }

  @Test
  void runs_are_remembered_those_with_a_mistake_apart() throws Exception {
    assertThat(run()).isZero();
    assertThat(run("--mistake", "subscriber:inverted-led")).isEqualTo(1);

    assertThat(history())
        .matches(
            "1 scenarios in 1 runs since \\S+Z\\.\n"
                + "  virtual: in trouble 0 % \\(0 of 1\\); 1 passed, 0 failed, 0 rig, 0 flaky\n"
                + "  1 more with a mistake or a fault made on purpose are not counted\\.\n"
                + "\n"
                + "Scenarios, the newest outcome at the right\n"
                + "  LIGHT ON lights it \\(light.feature\\) on virtual\n"
                + "    0 % \\(0 of 1\\); 1 passed, 0 failed, 0 rig, 0 flaky\n"
                + "    \\.\n");
    JsonNode json =
        new ObjectMapper().readTree(history(NAME, "--since", "1d", "--format", "json"));
    assertThat(json.at("/rows/0/passed").asInt()).isEqualTo(1);
  }

  @Test
  void a_quarantined_scenario_fails_without_failing_the_run() throws Exception {
    String quarantine =
        Files.write(
                folder.resolve("aside.yaml"),
                List.of(
                    "- scenario: " + NAME,
                    "  owner: ann",
                    "  until: " + LocalDate.now().plusDays(1),
                    "  why: its LED is inverted"))
            .toString();

    assertThat(run("--mistake", "subscriber:inverted-led", "--quarantine", quarantine)).isZero();

    assertThat(Files.readString(folder.resolve("out/summary.md"))).contains("| 0 | 0 | 0 | 0 | 0 | 1 |");
    assertThat(Files.readString(folder.resolve("out/junit.xml")))
        .contains("<testsuite name=\"quarantine\"");
  }

  @Test
  void a_quarantine_that_has_ended_says_so_and_the_scenario_counts_again() throws Exception {
    String quarantine =
        Files.write(
                folder.resolve("aside.yaml"),
                List.of(
                    "- scenario: " + NAME, "  owner: ann", "  until: 2026-01-31", "  why: x"))
            .toString();

    try (Started run =
        command(
            List.of(
                "run",
                feature,
                "--out",
                folder.resolve("out").toString(),
                "--mistake",
                "subscriber:inverted-led",
                "--quarantine",
                quarantine))) {
      assertThat(run.toldLine())
          .isEqualTo(
              quarantine
                  + ":1: The quarantine of \""
                  + NAME
                  + "\" ended on 2026-01-31, so it counts again: ann has to mend it, or to give it"
                  + " another day.");
      assertThat(run.ended()).isEqualTo(1);
    }
  }

  @Test
  void a_quarantine_without_an_owner_is_refused_before_anything_is_switched() throws Exception {
    String quarantine =
        Files.writeString(
                folder.resolve("aside.yaml"), "- scenario: x\n  until: 2026-12-01\n  why: y\n")
            .toString();

    Ran ran = Ran.command("run", feature, "--quarantine", quarantine);

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .isEqualTo(
            "1 finding in the quarantine; nothing was switched.\n  "
                + quarantine
                + ":1: Entry \"x\" has no owner: write owner: <who mends it>."
                + System.lineSeparator());
  }
}
