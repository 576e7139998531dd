package io.kitproof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The recipes for every night are right, and one of them has been followed. */
final class RecipesTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final Path SERVICE = DOCS.resolve("systemd/kitproof-nightly.service");
  private static final Path TIMER = DOCS.resolve("systemd/kitproof-nightly.timer");
  private static final Path WORKFLOW = DOCS.resolve("github-actions.yml");
  private static final Pattern COMMAND =
      Pattern.compile("(?:\\./|/opt/kitproof/)kitproof (.*?)(?:'\\)?|\\))?$", Pattern.MULTILINE);

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"systemd/kitproof-nightly.service, 2", "github-actions.yml, 3", "Jenkinsfile, 3"})
  void commands_of_a_recipe_exist_with_their_options(String recipe, int commands)
      throws IOException {
    Matcher command =
        COMMAND.matcher(
            Files.readString(DOCS.resolve(recipe)).replaceAll("(?m)^\\s*(#|//).*$", ""));
    List<String> found = new ArrayList<>();
    while (command.find()) {
      found.add(command.group(1));
    }

    assertThat(found).hasSize(commands).allSatisfy(DocsTest::parse);
    assertThat(found).anyMatch(line -> line.matches("run --bench \\S+ --wait 4h.*"));
  }

  @Test
  void systemd_understands_the_units() throws Exception {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(":", -1))
            .anyMatch(dir -> Files.isExecutable(Path.of(dir, "systemd-analyze"))),
        "systemd-analyze is not there");
    Path service =
        Files.writeString(
            folder.resolve("kitproof-nightly.service"),
            Files.readString(SERVICE)
                .replace(
                    "/opt/kitproof/kitproof", Path.of("..", "kitproof").toRealPath().toString()));
    Path timer = Files.copy(TIMER, folder.resolve("kitproof-nightly.timer"));

    Process verify =
        new ProcessBuilder(
                "systemd-analyze", "verify", "--man=no", service.toString(), timer.toString())
            .redirectErrorStream(true)
            .start();

    assertThat(new String(verify.getInputStream().readAllBytes(), UTF_8)).isEmpty();
    assertThat(verify.waitFor()).isZero();
  }

  @Test
  void systemd_waits_longer_than_a_stopped_run_needs() throws IOException {
    Matcher patience = Pattern.compile("TimeoutStopSec=(\\d+)").matcher(Files.readString(SERVICE));

    assertThat(patience.find()).isTrue();
    assertThat(Integer.parseInt(patience.group(1)))
        .isGreaterThan((int) Interruption.GRACE.toSeconds());
  }

  @Test
  void the_jenkinsfile_closes_what_it_opens() throws IOException {
    String text = Files.readString(DOCS.resolve("Jenkinsfile"));

    assertThat(text.chars().filter(c -> c == '{').count())
        .isEqualTo(text.chars().filter(c -> c == '}').count());
    assertThat(text.chars().filter(c -> c == '\'').count() % 2).isZero();
    assertThat(text).contains("junit testResults: 'report/junit.xml'");
  }

  /** The commands of the workflow's steps, in order. */
  private static List<String> steps() throws IOException {
    JsonNode workflow = new ObjectMapper(new YAMLFactory()).readTree(Files.readString(WORKFLOW));
    assertThat(workflow.fieldNames()).toIterable().contains("name", "permissions", "jobs");
    return workflow.at("/jobs/bench/steps").findValuesAsText("run");
  }

  @Test
  void a_night_by_the_workflow_leaves_what_it_promises() throws Exception {
    Files.write(
        folder.resolve("light.feature"),
        List.of(
            "Feature: A light",
            "  Scenario: LIGHT ON lights it",
            "    Given the subscriber's LED is off",
            "    When somebody publishes \"LIGHT ON\" to the subscriber's topic",
            "    Then the subscriber's LED turns on within 2 seconds"));
    try (InputStream shipped =
        RecipesTest.class.getResourceAsStream("/io/kitproof/fixtures/benches/virtual.yaml")) {
      assertThat(shipped).isNotNull();
      Files.writeString(
          folder.resolve("lab-3.yaml"),
          new String(shipped.readAllBytes(), UTF_8).replace("bench: virtual", "bench: lab-3"));
    }
    Path launcher =
        Files.write(
            folder.resolve("kitproof"),
            List.of("#!/bin/sh", "exec " + String.join(" ", Started.java()) + " \"$@\""));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    Path summary = Files.writeString(folder.resolve("job.md"), "Before.\n");

    List<String> told = new ArrayList<>();
    for (String step : steps()) {
      told.add(shell(step.replace("kitproof run ", "kitproof run light.feature "), summary));
    }

    assertThat(told.get(0)).contains("Bench lab-3 is well.\n");
    assertThat(told.get(1)).contains("1 passed, 0 failed\n");
    assertThat(told.get(2)).contains("lab-3: in trouble 0 % (0 of 1); 1 passed");
    assertThat(folder.resolve("report/junit.xml")).content().contains("tests=\"1\"");
    assertThat(summary)
        .content()
        .startsWith("Before.\n## Kitproof on lab-3: nothing failed\n")
        .contains("| 1 | 0 | 0 | 0 | 0 | 0 |");
  }

  private String shell(String script, Path summary) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-e", "-c", script)
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().put("GITHUB_STEP_SUMMARY", summary.toString());
    builder.environment().put("KITPROOF_STATE", folder.resolve("state").toString());
    Process step = builder.start();
    String told = new String(step.getInputStream().readAllBytes(), UTF_8);
    assertThat(step.waitFor(3, TimeUnit.MINUTES)).isTrue();
    assertThat(step.exitValue()).as(told).isZero();
    return told;
  }
}
