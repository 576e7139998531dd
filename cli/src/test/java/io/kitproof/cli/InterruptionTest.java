package io.kitproof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command in a process of its own, ended as a shell or a person would. */
final class InterruptionTest {
  private static Process start(String... words) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                System.getProperty("java.class.path"),
                "io.kitproof.cli.Kitproof"));
    command.addAll(List.of(words));
    return new ProcessBuilder(command).start();
  }

  private static void ask(String signal, Process process) throws Exception {
    Process kill = new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start();
    assertThat(kill.waitFor()).isZero();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void killed_run_says_what_ran_and_writes_the_report(@TempDir Path folder) throws Exception {
    Process run = start("run", "02", "--out", folder.toString());
    String last;
    try (BufferedReader progress = run.errorReader(UTF_8)) {
      last = progress.readLine();
      ask("TERM", run);
    }

    assertThat(last).startsWith("passed  ");
    assertThat(run.exitValue()).isEqualTo(143);
    assertThat(new String(run.getInputStream().readAllBytes(), UTF_8))
        .contains("The run was stopped: this is what ran until then.\n")
        .endsWith("Report: " + folder.resolve("index.html") + "\n");
    assertThat(folder.resolve("index.html")).isRegularFile();
  }

  @Test
  void virtual_bench_is_there_until_it_is_interrupted(@TempDir Path folder) throws Exception {
    Path links = folder.resolve("links");
    Process bench = start("virtual", "--dir", links.toString());
    try (BufferedReader output = bench.inputReader(UTF_8)) {
      JsonNode ports = new ObjectMapper().readTree(output.readLine());

      assertThat(ports.at("/boards/presses").asText())
          .isEqualTo(links.resolve("presses").toString());
      assertThat(ports.at("/consoles/publisher").asText())
          .isEqualTo(links.resolve("publisher").toString());
      assertThat(links.resolve("publisher")).isSymbolicLink().exists();
      ask("TERM", bench);
    }

    assertThat(bench.exitValue()).isEqualTo(143);
    try (var left = Files.list(links)) {
      assertThat(left).isEmpty();
    }
  }
}
