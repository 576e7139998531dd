package io.kitproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kitproof.boards.kit.Mistake;
import io.kitproof.fixtures.RigFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunTest {
  private static final String LINE = System.lineSeparator();

  private static final List<String> ONE_MESSAGE =
      List.of(
          "Feature: A light",
          "  Scenario: LIGHT ON lights it",
          "    Given the subscriber's LED is off",
          "    When somebody publishes \"LIGHT ON\" to the subscriber's topic",
          "    Then the subscriber's LED turns on within 2 seconds");

  private Path folder;
  private String out;
  private String feature;

  @BeforeEach
  void write_a_feature(@TempDir Path temporary) throws IOException {
    folder = temporary;
    out = temporary.resolve("out").toString();
    feature = Files.write(temporary.resolve("light.feature"), ONE_MESSAGE).toString();
  }

  @Test
  void what_passed_and_where_the_report_is_goes_to_standard_output() {
    Ran ran = Ran.command("run", feature, "--out", out);

    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .matches("1 scenario on virtual in .*: 1 passed, 0 failed\nReport: .*/out/index.html\n");
    assertThat(ran.err()).matches("passed  LIGHT ON lights it  \\(light.feature:2, .*\\)" + LINE);
    assertThat(folder.resolve("out/index.html")).isRegularFile();
  }

  @Test
  void json_is_one_document_and_nothing_else() throws IOException {
    JsonNode json = Ran.command("run", feature, "--out", out, "--format", "json").json();

    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "bench", "cloud", "verdicts", "scenarios", "quarantined", "measurements", "report");
    assertThat(json.at("/verdicts/passed").asInt()).isEqualTo(1);
    assertThat(json.at("/scenarios/0/verdict").asText()).isEqualTo("PASSED");
  }

  @Test
  void mistake_in_a_kit_makes_the_scenario_fail_and_the_message_says_why() {
    Ran ran = Ran.command("run", feature, "--out", out, "--mistake", "subscriber:inverted-led");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out())
        .startsWith("FAILED  LIGHT ON lights it\n")
        .contains("LED1 of subscriber should turn on within 2000 ms, but ")
        .contains("Report: ");
  }

  @Test
  void board_that_does_not_answer_is_the_benchs_fault() throws IOException {
    Path bench =
        Files.write(
            folder.resolve("silent.yaml"),
            List.of(
                "bench: silent",
                "boards:",
                "  presses: {family: numato, virtual: {silent: true}}",
                "kits:",
                "  publisher:",
                "    firmware: {app: publisher, profile: wiced41}",
                "    virtual: true",
                "    buttons: {MB1: presses/0}"));

    Ran ran = Ran.command("run", feature, "--bench", bench.toString(), "--out", out);

    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.out()).startsWith("RIG  LIGHT ON lights it\n").contains("presses");
  }

  @Test
  void ports_that_are_not_there_are_found_before_anything_is_switched() throws IOException {
    Path bench =
        Files.write(
            folder.resolve("absent.yaml"),
            List.of(
                "bench: absent",
                "boards:",
                "  presses: {family: lcus, port: /dev/no-relay}",
                "kits:",
                "  publisher:",
                "    firmware: {app: publisher, profile: wiced41}",
                "    console: {port: /dev/no-console}",
                "    buttons: {MB1: presses/0}"));

    Ran ran = Ran.command("run", feature, "--bench", bench.toString(), "--out", out);

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .contains("2 findings in the bench file; nothing was switched.")
        .contains("absent.yaml:3: ", "/dev/no-relay", "absent.yaml:7: ", "/dev/no-console");
  }

  @Test
  void unknown_kit_is_refused_with_the_right_ones() {
    assertThat(Ran.command("run", "--mistake", "pub:no-release"))
        .isEqualTo(
            new Ran(
                2,
                "",
                "No kit \"pub\" on bench virtual. Kits: publisher, subscriber, lightbulb." + LINE));
  }

  @Test
  void unknown_mistake_is_refused_with_the_right_ones_of_that_app() {
    Ran ran = Ran.command("run", "--mistake", "subscriber:no-release");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .startsWith(
            "No mistake \"no-release\" of a subscriber. Mistakes: wrong-led, inverted-led,");
  }

  @Test
  void mistake_without_a_kit_is_refused_with_an_example() {
    assertThat(Ran.command("run", "--mistake", "no-release").err())
        .isEqualTo(
            "--mistake should be KIT:CODE, such as publisher:wrong-topic, not no-release." + LINE);
  }

  @Test
  void real_kit_takes_no_mistake() throws IOException {
    Path bench =
        Files.write(
            folder.resolve("real.yaml"),
            List.of(
                "bench: lab",
                "kits:",
                "  publisher:",
                "    firmware: {app: publisher, profile: wiced41}",
                "    console: {port: /dev/ttyUSB0}",
                "    buttons: {MB1: presses/0}",
                "boards:",
                "  presses: {family: lcus, port: /dev/ttyUSB1}"));

    assertThat(
            Ran.command("run", "--bench", bench.toString(), "--mistake", "publisher:no-release")
                .err())
        .isEqualTo(
            "Kit publisher of bench lab is real: only virtual kits can be given mistakes." + LINE);
  }

  @Test
  void mistake_of_the_cloud_needs_one() throws IOException {
    Path bench =
        Files.write(
            folder.resolve("cloudless.yaml"),
            List.of(
                "bench: cloudless",
                "kits:",
                "  publisher: {virtual: true, buttons: {MB1: presses/0}}",
                "boards:",
                "  presses: {family: lcus, virtual: true}"));

    assertThat(
            Ran.command(
                    "run",
                    "--bench",
                    bench.toString(),
                    "--mistake",
                    "publisher:inactive-certificate")
                .err())
        .isEqualTo(
            "Mistake inactive-certificate is made in the cloud, and bench cloudless has none."
                + LINE);
  }

  @Test
  void help_has_every_mistake() {
    String help = Ran.command("run", "--help").out().replaceAll("\\s+", " ");

    assertThat(Mistake.values())
        .allSatisfy(mistake -> assertThat(help).containsPattern("[ ,]" + mistake.code() + "[,.]"));
  }

  @Test
  void help_has_every_fault_of_a_bench() {
    String help = Ran.command("run", "--help").out().replaceAll("\\s+", " ");

    assertThat(RigFault.values())
        .allSatisfy(fault -> assertThat(help).containsPattern("[ ,]" + fault.code() + "[,.]"));
  }

  @Test
  void a_broken_bench_is_blamed_with_exit_code_3() {
    Ran ran = Ran.command("run", feature, "--out", out, "--rig-fault", "silent-board");

    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.out()).contains("presses did not answer");
  }

  @Test
  void unknown_fault_is_refused_with_the_right_ones() {
    Ran ran = Ran.command("run", feature, "--rig-fault", "coffee");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .isEqualTo(
            "No fault \"coffee\" of a bench. Faults: stuck-relay, bouncing-relay, dead-sensor,"
                + " unplugged-line, silent-board, slow-board, wrong-baud-console, wrong-baud-board,"
                + " broker-killed, clock-jump."
                + LINE);
  }

  @Test
  void unknown_feature_is_refused_with_the_right_ones() {
    Ran ran = Ran.command("run", "77");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).startsWith("No feature \"77\". Features: 01_provision, 02_publisher, ");
  }

  @Test
  void tags_that_are_no_expression_are_refused() {
    Ran ran = Ran.command("run", "--tags", "(");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).startsWith("Tag expression \"(\" could not be parsed");
  }

  @Test
  void report_that_cant_be_written_is_refused_before_anything_is_switched() {
    Ran ran = Ran.command("run", feature, "--out", feature);

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).startsWith("No report can be written to " + feature + ": ");
  }

  @Test
  void summary_links_to_where_the_report_will_be() throws IOException {
    Ran ran = Ran.command("run", feature, "--out", out, "--report-url", "https://ci.lab/7/report/");

    assertThat(ran.code()).isZero();
    assertThat(folder.resolve("out/summary.md"))
        .content()
        .contains("[index.html](https://ci.lab/7/report/index.html)");
    assertThat(Ran.command("run", feature, "--report-url", "ci.lab/7"))
        .isEqualTo(
            new Ran(
                2,
                "",
                "--report-url should be the URL of a folder, such as https://ci.lab/job/7/report/,"
                    + " not ci.lab/7."
                    + LINE));
  }
}
