package io.kitproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.boards.pty.Pty;
import io.kitproof.boards.virtual.VirtualBoard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run whose button is down is stopped, as by systemd or a CI server. */
final class StoppedRunTest {
  @TempDir private Path folder;
  private Pty console;
  private VirtualBoard presses;

  @BeforeEach
  void plug() throws Exception {
    console = Pty.open();
    presses = VirtualBoard.numato("presses", folder.resolve("presses"), 8, 1);
    Files.write(
        folder.resolve("lab.yaml"),
        List.of(
            "bench: lab",
            "boards:",
            "  presses: {family: numato, port: " + presses.port() + "}",
            "kits:",
            "  publisher:",
            "    console: {port: " + console.path() + "}",
            "    buttons: {MB1: presses/3}"));
    Files.write(
        folder.resolve("held.feature"),
        List.of(
            "Feature: A button",
            "  Scenario: It is let go",
            "    When I hold MB1 on the publisher down",
            "    Then the publisher says \"never\" within 60 seconds"));
  }

  @AfterEach
  void unplug() {
    presses.close();
    console.close();
  }

  private Started start() throws Exception {
    return Started.command(
        Map.of("KITPROOF_STATE", folder.resolve("state").toString()),
        "run",
        folder.resolve("held.feature").toString(),
        "--bench",
        folder.resolve("lab.yaml").toString(),
        "--out",
        folder.resolve("out").toString());
  }

  private void awaitButtonDown() {
    while (!presses.closed(3)) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130"})
  void a_stopped_run_lets_the_button_go_and_keeps_its_evidence(String signal, int code)
      throws Exception {
    try (Started run = start()) {
      awaitButtonDown();

      assertThat(run.end(signal)).isEqualTo(code);

      assertThat(presses.closed(3)).isFalse();
      assertThat(run.rest())
          .startsWith("1 not run  The run was stopped in this scenario.\n")
          .contains("The run was stopped: this is what ran until then.\n");
    }
    assertThat(folder.resolve("out/junit.xml")).content().contains("skipped=\"1\"");
    assertThat(folder.resolve("out/summary.md"))
        .content()
        .contains("The run was stopped before its end.");
    assertThat(folder.resolve("out/timeline/001-it-is-let-go.jsonl"))
        .content()
        .contains("MB1 of publisher");
    assertThat(folder.resolve("state/locks/bench-lab.lock.json")).doesNotExist();
    try (Stream<Path> ledger = Files.list(folder.resolve("state/history"))) {
      assertThat(ledger.filter(file -> file.toString().endsWith(".jsonl")))
          .singleElement()
          .satisfies(
              file ->
                  assertThat(file)
                      .content()
                      .contains("\"verdict\":\"NOT_RUN\",\"cause\":\"stopped\""));
    }
  }

  @Test
  void the_button_of_a_killed_run_is_let_go_when_the_bench_is_opened_next() throws Exception {
    try (Started run = start()) {
      awaitButtonDown();
      assertThat(run.end("KILL")).isEqualTo(137);
    }
    assertThat(presses.closed(3)).isTrue();

    try (Started doctor =
        Started.command(
            Map.of("KITPROOF_STATE", folder.resolve("state").toString()),
            "doctor",
            "--bench",
            folder.resolve("lab.yaml").toString())) {
      assertThat(doctor.ended()).isZero();
    }
    assertThat(presses.closed(3)).isFalse();
  }
}
