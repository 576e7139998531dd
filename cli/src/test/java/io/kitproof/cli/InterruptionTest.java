package io.kitproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InterruptionTest {

  @Test
  void killed_run_says_what_ran_and_writes_the_report(@TempDir Path folder) throws Exception {
    try (Started run = Started.command("run", "02", "--out", folder.toString())) {
      String told = run.toldLine();
      while (!told.startsWith("passed  ") && !told.equals("null")) {
        told = run.toldLine();
      }
      assertThat(told).startsWith("passed  ");

      assertThat(run.end("TERM")).isEqualTo(143);

      assertThat(run.rest())
          .contains("The run was stopped: this is what ran until then.\n")
          .endsWith("Report: " + folder.resolve("index.html") + "\n");
      assertThat(folder.resolve("index.html")).isRegularFile();
    }
  }

  @Test
  void virtual_bench_is_there_until_it_is_interrupted(@TempDir Path folder) throws Exception {
    Path links = folder.resolve("links");
    try (Started bench = Started.command("virtual", "--dir", links.toString())) {
      JsonNode ports = new ObjectMapper().readTree(bench.line());

      assertThat(ports.at("/boards/presses").asText())
          .isEqualTo(links.resolve("presses").toString());
      assertThat(ports.at("/consoles/publisher").asText())
          .isEqualTo(links.resolve("publisher").toString());
      assertThat(links.resolve("publisher")).isSymbolicLink().exists();

      assertThat(bench.end("TERM")).isEqualTo(143);
    }
    try (var left = Files.list(links)) {
      assertThat(left).isEmpty();
    }
  }
}
