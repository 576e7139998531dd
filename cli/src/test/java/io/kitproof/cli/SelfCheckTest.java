package io.kitproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SelfCheckTest {
  private static final String LINE = System.lineSeparator();

  private static final List<String> LONELY =
      List.of(
          "bench: lonely",
          "virtual: {clock: 10}",
          "boards:",
          "  eyes: {family: numato-adc, virtual: true}",
          "kits:",
          "  light:",
          "    firmware: {app: subscriber, profile: wiced41}",
          "    virtual: true",
          "    leds: {LED1: eyes/2}");

  private static final List<String> STARTS =
      List.of(
          "Feature: A light",
          "  @needs-light",
          "  Scenario: It starts",
          "    When I restart the light",
          "    Then the light says \"Starting WICED\" within 20 seconds");

  @Test
  void what_a_feature_of_ones_own_misses_is_told_with_exit_code_1(@TempDir Path folder)
      throws IOException {
    Path bench = Files.write(folder.resolve("lonely.yaml"), LONELY);
    Path feature = Files.write(folder.resolve("light.feature"), STARTS);
    Path out = folder.resolve("out");

    Ran ran =
        Ran.command(
            "self-check", feature.toString(), "--bench", bench.toString(), "--out", out.toString());

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out())
        .startsWith("# Self-check of bench lonely")
        .contains("- light:keep-alive-0 survives: no scenario failed.")
        .contains("Report: " + out.resolve("matrix.html"));
    assertThat(ran.err())
        .contains(
            " light:no-subscribe did not come out right: light:no-subscribe survives: no scenario"
                + " failed.");
    JsonNode json = new ObjectMapper().readTree(out.resolve("matrix.json").toFile());
    assertThat(json.at("/trials/0/scenarios/0/verdict").asText()).isEqualTo("PASSED");
    assertThat(json.at("/trials")).hasSizeGreaterThan(20);
  }

  @Test
  void real_parts_are_refused(@TempDir Path folder) throws IOException {
    Path bench =
        Files.writeString(
            folder.resolve("real.yaml"),
            """
            bench: real
            boards:
              presses: {family: numato, port: /dev/null}
            kits:
              publisher: {virtual: true, buttons: {MB1: presses/0}}
            """);

    Ran ran = Ran.command("self-check", "--bench", bench.toString());

    assertThat(ran.code()).isEqualTo(2);
  }

  @Test
  void no_bench_at_all_is_refused() {
    Ran ran = Ran.command("self-check", "--at-once", "0");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).isEqualTo("--at-once should be at least 1, not 0." + LINE);
  }
}
