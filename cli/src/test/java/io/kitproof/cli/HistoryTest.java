package io.kitproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryTest {
  private static final String NAME = "It is pressed";

  @TempDir private Path folder;
  private String feature;
  private String bench;

  @BeforeEach
  void write_a_feature() throws Exception {
    feature =
        Files.write(
                folder.resolve("press.feature"),
                List.of(
                    "Feature: A press",
                    "  Scenario: " + NAME,
                    "    When I press MB1 on the publisher",
                    "  Scenario: It sings",
                    "    Then the publisher says \"la la\" within 10 milliseconds"))
            .toString();
    bench =
        Files.write(
                folder.resolve("lab.yaml"),
                List.of(
                    "bench: lab",
                    "boards: {presses: {family: numato, virtual: true}}",
                    "kits: {publisher: {virtual: true, buttons: {MB1: presses/0}}}"))
            .toString();
  }

  private Started command(List<String> words) throws Exception {
    return Started.command(
        Map.of("KITPROOF_STATE", folder.resolve("state").toString(), "BUILD_URL", "http://ci/7"),
        words.toArray(String[]::new));
  }

  private int run(String... more) throws Exception {
    List<String> words =
        new ArrayList<>(
            List.of("run", feature, "--bench", bench, "--out", folder.resolve("out").toString()));
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

  private String aside(LocalDate until) throws Exception {
    return Files.write(
            folder.resolve("aside.yaml"),
            List.of(
                "- scenario: It sings",
                "  owner: ann",
                "  until: " + until,
                "  why: it has a cold"))
        .toString();
  }

  @Test
  void runs_are_remembered_those_with_a_mistake_apart() throws Exception {
    assertThat(run()).isEqualTo(1);
    assertThat(run("--mistake", "publisher:no-release")).isEqualTo(1);

    assertThat(history())
        .matches(
            "2 scenarios in 1 run since \\S+Z\\.\n"
                + "  lab: in trouble 50 % \\(1 of 2\\); 1 passed, 1 failed, 0 rig, 0 flaky\n"
                + "  2 more with a mistake or a fault made on purpose are not counted\\.\n"
                + "\n"
                + "Scenarios in trouble, the newest outcome at the right\n"
                + "  It sings \\(press.feature\\) on lab\n"
                + "    100 % \\(1 of 1\\); 0 passed, 1 failed, 0 rig, 0 flaky; causes: \\S+ 1\n"
                + "    F\n");
    JsonNode json = new ObjectMapper().readTree(history(NAME, "--since", "1d", "--format", "json"));
    assertThat(json.at("/rows")).hasSize(1);
    assertThat(json.at("/rows/0/passed").asInt()).isEqualTo(1);
  }

  @Test
  void a_quarantined_scenario_fails_without_failing_the_run() throws Exception {
    assertThat(run("--quarantine", aside(LocalDate.now(ZoneId.systemDefault()).plusDays(1))))
        .isZero();

    assertThat(folder.resolve("out/summary.md")).content().contains("| 1 | 0 | 0 | 0 | 0 | 1 |");
    assertThat(folder.resolve("out/junit.xml"))
        .content()
        .contains("<testsuite name=\"quarantine\"");
  }

  @Test
  void a_quarantine_beside_the_bench_file_that_has_ended_says_so_and_counts_no_more()
      throws Exception {
    Files.move(Path.of(aside(LocalDate.parse("2026-01-31"))), folder.resolve("quarantine.yaml"));

    try (Started run =
        command(
            List.of("run", feature, "--bench", bench, "--out", folder.resolve("out").toString()))) {
      assertThat(run.toldLine())
          .isEqualTo(
              folder.resolve("quarantine.yaml")
                  + ":1: The quarantine of \"It sings\" ended on 2026-01-31, so it counts again: ann"
                  + " has to mend it, or to give it another day.");
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
