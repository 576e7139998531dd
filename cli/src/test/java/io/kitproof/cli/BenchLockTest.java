package io.kitproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kitproof.boards.pty.Pty;
import io.kitproof.boards.virtual.VirtualBoard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BenchLockTest {
  @TempDir private Path folder;
  private Pty console;
  private VirtualBoard presses;

  @BeforeEach
  void plug() throws Exception {
    console = Pty.open();
    presses = VirtualBoard.numato("presses", folder.resolve("presses"), 8, 1);
    Path bench =
        Files.write(
            folder.resolve("lab.yaml"),
            List.of(
                "bench: lab",
                "boards:",
                "  presses: {family: numato, port: " + presses.port() + "}",
                "kits:",
                "  publisher:",
                "    console: {port: " + console.path() + "}",
                "    buttons: {MB1: presses/0}"));
    Files.writeString(
        folder.resolve("other.yaml"),
        Files.readString(bench).replace("bench: lab", "bench: other"));
    Files.write(
        folder.resolve("press.feature"),
        List.of("Feature: A press", "  Scenario: MB1", "    When I press MB1 on the publisher"));
  }

  @AfterEach
  void unplug() {
    presses.close();
    console.close();
  }

  private Started command(String... words) throws Exception {
    return Started.command(Map.of("KITPROOF_STATE", folder.toString(), "BUILD_URL", ""), words);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private Started run(String bench, String... more) throws Exception {
    return command(
        Stream.concat(
                Stream.of(
                    "run", file("press.feature"), "--bench", file(bench), "--out", file("out")),
                Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void a_held_bench_refuses_runs_until_it_is_released() throws Exception {
    try (Started hold = command("bench", "hold", "lab", "--why", "soldering", "--for", "4h")) {
      assertThat(hold.rest()).matches("Bench lab is held until \\S+Z\\.\n");
      assertThat(hold.ended()).isZero();
    }
    try (Started refused = run("lab.yaml")) {
      assertThat(refused.toldRest())
          .matches(
              "Bench lab is held by \\S+ on \\S+ since \\S+Z until \\S+Z\\.\n"
                  + "  why: soldering\n"
                  + "  next: kitproof bench release lab ends the hold; kitproof run --wait 30min"
                  + " waits for it\n");
      assertThat(refused.ended()).isEqualTo(3);
    }
    try (Started status = command("bench", "status")) {
      assertThat(status.rest())
          .matches(
              "Bench lab is held by \\S+ on \\S+ since \\S+Z until \\S+Z\\.\n  why: soldering\n");
      assertThat(status.ended()).isEqualTo(3);
    }
    try (Started waiting = run("lab.yaml", "--wait", "1min")) {
      assertThat(waiting.toldLine()).startsWith("Waiting up to 1 min. Bench lab is held by ");
      try (Started release = command("bench", "release", file("lab.yaml"))) {
        assertThat(release.rest()).startsWith("Bench lab is released; it was held by ");
        assertThat(release.ended()).isZero();
      }
      assertThat(waiting.ended()).isZero();
    }
    try (Started status = command("bench", "status", "lab")) {
      assertThat(status.rest()).isEqualTo("Bench lab is free.\n");
      assertThat(status.ended()).isZero();
    }
  }

  @Test
  void ctrl_c_ends_the_wait_for_a_bench() throws Exception {
    try (Started hold = command("bench", "hold", "lab", "--why", "soldering")) {
      assertThat(hold.ended()).isZero();
    }
    try (Started waiting = run("lab.yaml", "--wait", "1h")) {
      assertThat(waiting.toldLine()).startsWith("Waiting up to 1 h. ");

      assertThat(waiting.end("INT")).isEqualTo(130);

      assertThat(waiting.toldRest()).endsWith("Interrupted.\n");
    }
  }

  @Test
  void a_run_under_way_keeps_its_ports_from_a_bench_of_another_name() throws Exception {
    Files.write(
        folder.resolve("press.feature"),
        List.of(
            "Feature: A press",
            "  Scenario: MB1",
            "    When I press MB1 on the publisher",
            "    Then the publisher says \"never\" within 60 seconds"));
    try (Started running = run("lab.yaml")) {
      JsonNode status = lookUntilRunning();

      assertThat(status.at("/0/bench").asText()).isEqualTo("lab");
      assertThat(status.at("/0/run/why").asText())
          .isEqualTo("kitproof run " + file("press.feature"));
      assertThat(status.at("/0/hold").isNull()).isTrue();
      try (Started refused = run("other.yaml")) {
        assertThat(refused.toldRest())
            .startsWith(
                "Bench other can't have "
                    + presses.port().toRealPath()
                    + ": bench lab is in use by ");
        assertThat(refused.ended()).isEqualTo(3);
      }
      assertThat(running.end("KILL")).isEqualTo(137);
    }
    try (Started status = command("bench", "status", "lab")) {
      assertThat(status.rest())
          .startsWith(
              "Bench lab is free.\n  left over: the word of a run that ended without tidying up, by ");
      assertThat(status.ended()).isZero();
    }
  }

  private JsonNode lookUntilRunning() throws Exception {
    JsonNode seen;
    do {
      try (Started status = command("bench", "status", "lab", "--format", "json")) {
        seen = new ObjectMapper().readTree(status.rest());
      }
    } while (seen.at("/0/run").isNull());
    return seen;
  }

  @Test
  void a_hold_says_what_for_and_for_how_long() {
    assertThat(Ran.command("bench", "hold", "lab", "--why", " ").err())
        .isEqualTo("--why should say what the bench is held for.\n");
    assertThat(Ran.command("bench", "hold", "lab", "--why", "x", "--for", "31d").err())
        .isEqualTo("--for should be from 1s to 30d.\n");
    assertThat(Ran.command("bench", "hold", "lab").code()).isEqualTo(2);
    assertThat(Ran.command("bench"))
        .isEqualTo(
            new Ran(
                2,
                "",
                "Say what to do with it: hold, release or status.\nSee: kitproof bench --help\n"));
  }

  @Test
  void a_state_folder_that_cant_be_used_says_what_to_set() throws Exception {
    try (Started hold =
        Started.command(
            Map.of("KITPROOF_STATE", file("lab.yaml")), "bench", "hold", "lab", "--why", "x")) {
      assertThat(hold.toldRest())
          .startsWith("The state folder " + file("lab.yaml") + "/locks can't be used: ")
          .endsWith("next: make it writable for you, or set KITPROOF_STATE to a folder that is\n");
      assertThat(hold.ended()).isEqualTo(2);
    }
  }
}
