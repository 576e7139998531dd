package io.kitproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kitproof.boards.pty.Pty;
import io.kitproof.boards.virtual.Faults;
import io.kitproof.boards.virtual.VirtualBoard;
import io.kitproof.fixtures.benchfile.BenchFile;
import io.kitproof.fixtures.health.WedgeMarks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoctorTest {
  @TempDir private Path folder;
  private Pty console;
  private VirtualBoard presses;
  private WedgeMarks marks;

  @BeforeEach
  void plug() throws Exception {
    console = Pty.open();
    presses = VirtualBoard.numato("presses", folder.resolve("presses"), 8, 1);
    marks = WedgeMarks.in(folder.resolve("wedged"));
    Path unused =
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
  }

  @AfterEach
  void unplug() {
    presses.close();
    console.close();
  }

  private Started command(String... words) throws Exception {
    return Started.command(Map.of("KITPROOF_STATE", folder.toString()), words);
  }

  private String bench() {
    return folder.resolve("lab.yaml").toString();
  }

  @Test
  void a_bench_that_is_well_says_so() {
    Ran ran = Ran.command("doctor");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).isEqualTo("Bench virtual is well.\n");
  }

  @Test
  void a_wedged_bench_is_refused_until_the_doctor_finds_it_well() throws Exception {
    marks.mark("lab", "presses did not answer.");

    try (Started refused = command("run", "02", "--bench", bench())) {
      assertThat(refused.toldRest())
          .startsWith("Bench lab is wedged: it failed its health check at ")
          .contains("\n  presses did not answer.\n  next: mend it, then kitproof doctor, ");
      assertThat(refused.ended()).isEqualTo(3);
    }
    presses.misbehave(Faults.none().withSilence());
    try (Started ill = command("doctor", "--bench", bench())) {
      assertThat(ill.rest())
          .startsWith("presses did not answer \"")
          .contains("\n\nBench lab is not fit to judge a kit; it stays marked as wedged since ");
      assertThat(ill.ended()).isEqualTo(3);
    }
    presses.misbehave(Faults.none());
    try (Started well = command("doctor", "--bench", bench())) {
      assertThat(well.rest()).matches("Bench lab is well; its mark of \\S+Z is cleared\\.\n");
      assertThat(well.ended()).isZero();
    }
    assertThat(marks.of("lab")).isEmpty();
  }

  @Test
  void json_has_every_finding_and_the_mark() throws Exception {
    marks.mark("lab", "presses did not answer.");
    presses.misbehave(Faults.none().withSilence());

    try (Started ill = command("doctor", "--bench", bench(), "--format", "json")) {
      JsonNode json = new ObjectMapper().readTree(ill.rest());

      assertThat(json.at("/bench").asText()).isEqualTo("lab");
      assertThat(json.at("/well").asBoolean()).isFalse();
      assertThat(json.at("/findings/0/part").asText()).isEqualTo("presses");
      assertThat(json.at("/findings/0/text").asText()).startsWith("presses did not answer");
      assertThat(json.at("/findings/0/state").asText()).isEqualTo("wrong");
      assertThat(json.at("/findings/0/why").asText())
          .isEqualTo("a bench is opened whole or not at all");
      assertThat(json.at("/findings/0/next").asText())
          .startsWith("check that " + presses.port() + " is the presses port");
      assertThat(json.at("/checks").findValuesAsText("check"))
          .contains("ports", "clock", "space", "libraries", "modem-manager");
      assertThat(json.at("/wedged/text").asText()).isEqualTo("presses did not answer.");
      assertThat(json.at("/wedged/cleared").asBoolean()).isFalse();
      assertThat(ill.ended()).isEqualTo(3);
    }
  }

  @Test
  void ports_that_are_not_there_or_in_use_are_findings_and_nothing_is_opened() throws Exception {
    presses.close();
    Process busy = new ProcessBuilder("sleep", "60").redirectInput(console.path().toFile()).start();
    try (Started ill = command("doctor", "--bench", bench())) {
      assertThat(ill.rest())
          .contains(
              "board presses has no port: " + folder.resolve("presses") + " does not exist.",
              "  why: nothing on this port can be used\n  next: plug board presses in, or ",
              "kit publisher cannot have "
                  + console.path()
                  + ": it is in use by sleep (pid "
                  + busy.pid())
          .endsWith("\n\nBench lab is not fit to judge a kit.\n");
      assertThat(ill.ended()).isEqualTo(3);
    } finally {
      busy.destroyForcibly();
    }
  }

  @Test
  void a_bench_file_for_what_is_plugged_in_is_accepted_as_it_is() {
    Ran ran = Ran.command("doctor", "--discover");

    assertThat(ran.code()).isZero();
    assertThat(BenchFile.parse(ran.out(), "discovered.yaml").bench()).isEqualTo("lab");
    assertThat(Ran.command("doctor", "--discover", "--thorough").err())
        .isEqualTo(
            "--discover opens no port, so there is nothing to examine." + System.lineSeparator());
  }

  @Test
  void each_part_of_a_real_bench_is_told_of_when_it_is_well() throws Exception {
    try (Started well = command("doctor", "--bench", bench(), "--format", "json")) {
      JsonNode json = new ObjectMapper().readTree(well.rest());

      assertThat(json.at("/well").asBoolean()).isTrue();
      assertThat(json.at("/checks").findValuesAsText("check")).contains("parts", "consoles");
      assertThat(well.ended()).isZero();
    }
  }
}
