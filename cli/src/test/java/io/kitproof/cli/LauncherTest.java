package io.kitproof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./kitproof} with a Maven and a Java that only note how they were called. */
final class LauncherTest {
  private static final Path LAUNCHER = Path.of("..", "kitproof");

  private static final String MAVEN =
      """
      #!/usr/bin/env bash
      echo build >>"$NOTES"
      [[ -z ${BROKEN:-} ]] || { echo "[ERROR] it does not compile"; exit 1; }
      echo "[INFO] Building Kitproof cli 0.1.0 [8/8]"
      mkdir -p cli/target/native/com/sun/jna/linux-x86-64
      touch cli/target/native/com/sun/jna/linux-x86-64/libjnidispatch.so
      touch cli/target/kitproof-cli-0.1.0.jar cli/target/other.jar
      printf %s "$PWD/cli/target/other.jar" >cli/target/classpath
      """;

  private static final String JAVA =
      """
      #!/usr/bin/env bash
      for word in "$@"; do
        case $word in -XX:ArchiveClassesAtExit=*) [[ -z ${NO_ARCHIVE:-} ]] || exit 1; touch "${word#*=}"; exit ;; esac
      done
      printf '<%s>' "$@"
      """;

  private Path temporary;
  private Path root;
  private Path tools;
  private Path notes;

  private record Ended(int code, String out, String err) {}

  @BeforeEach
  void make_a_project(@TempDir Path folder) throws IOException {
    temporary = folder;
    root = Files.createDirectories(temporary.resolve("a path with blanks"));
    tools = Files.createDirectories(temporary.resolve("tools"));
    notes = temporary.resolve("notes");
    Files.copy(LAUNCHER, root.resolve("kitproof"));
    assertThat(root.resolve("kitproof").toFile().setExecutable(true)).isTrue();
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    Files.createDirectories(root.resolve(".mvn"));
    Files.createDirectories(root.resolve("features"));
    Files.createDirectories(root.resolve("cli/src/main"));
    Files.writeString(root.resolve("cli/pom.xml"), "<project/>");
    Files.writeString(root.resolve("cli/src/main/A.java"), "class A {}");
    tool("mvn", MAVEN);
    tool("java", JAVA);
  }

  private void tool(String name, String script) throws IOException {
    Path tool = Files.writeString(tools.resolve(name), script);
    assertThat(tool.toFile().setExecutable(true)).isTrue();
  }

  private Process start(Path launcher, Map<String, String> extra, String... words)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(temporary.toFile());
    builder.environment().remove("JAVA_HOME");
    builder.environment().merge("PATH", tools.toString(), (path, first) -> first + ":" + path);
    builder.environment().put("NOTES", notes.toString());
    builder.environment().putAll(extra);
    return builder.start();
  }

  private static Ended ended(Process process) throws IOException, InterruptedException {
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), out, err);
  }

  @CanIgnoreReturnValue
  private Ended run(String... words) throws IOException, InterruptedException {
    return ended(start(root.resolve("kitproof"), Map.of(), words));
  }

  private long builds() throws IOException {
    return Files.exists(notes) ? Files.readAllLines(notes).size() : 0;
  }

  @Test
  void first_run_builds_with_progress_on_standard_error_and_passes_the_words_on() throws Exception {
    Ended first = run("run", "two words", "");

    assertThat(first.code()).isZero();
    assertThat(first.err())
        .isEqualTo(
            """
            kitproof: building, because this is the first run or the sources changed
            kitproof: building cli
            kitproof: storing the class archive
            """);
    assertThat(first.out()).endsWith("<io.kitproof.cli.Kitproof><run><two words><>");
  }

  @Test
  void second_run_does_not_build() throws Exception {
    Ended first = run("run");
    Ended second = run("run");

    assertThat(first.out()).isEqualTo(second.out());
    assertThat(second.err()).isEmpty();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void changed_added_and_removed_sources_are_built() throws Exception {
    run("run");
    Files.writeString(root.resolve("cli/src/main/A.java"), "class A { int changed; }");
    run("run");
    Files.writeString(root.resolve("features/06.feature"), "Feature: new");
    run("run");
    Files.delete(root.resolve("features/06.feature"));
    run("run");

    assertThat(builds()).isEqualTo(4);
  }

  @Test
  void builds_that_nobody_runs_any_more_are_removed() throws Exception {
    run("run");
    Files.writeString(root.resolve("cli/src/main/A.java"), "class A { int changed; }");
    run("run");

    try (var builds = Files.list(root.resolve("target/kitproof"))) {
      assertThat(builds.filter(Files::isDirectory)).hasSize(1);
    }
  }

  @Test
  void runs_that_start_together_build_once() throws Exception {
    Path launcher = root.resolve("kitproof");
    List<Process> together = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      together.add(start(launcher, Map.of(), "run"));
    }

    for (Process process : together) {
      assertThat(ended(process).out()).endsWith("<io.kitproof.cli.Kitproof><run>");
    }
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void symbolic_link_leads_to_the_project() throws Exception {
    Path link = Files.createSymbolicLink(temporary.resolve("kp"), root.resolve("kitproof"));

    Ended run = ended(start(link, Map.of(), "--version"));

    assertThat(run.code()).isZero();
    assertThat(run.out()).endsWith("<io.kitproof.cli.Kitproof><--version>");
  }

  @Test
  void failed_build_shows_mavens_words_and_is_tried_again() throws Exception {
    Ended broken = ended(start(root.resolve("kitproof"), Map.of("BROKEN", "1"), "run"));

    assertThat(broken.code()).isEqualTo(2);
    assertThat(broken.out()).isEmpty();
    assertThat(broken.err())
        .isEqualTo(
            "kitproof: building, because this is the first run or the sources changed\n"
                + "[ERROR] it does not compile\n"
                + "kitproof: The build failed; all of Maven's output is in "
                + root
                + "/target/kitproof/build.log.\n");
    assertThat(run("run").code()).isZero();
  }

  @Test
  void missing_class_archive_is_not_fatal() throws Exception {
    Ended run = ended(start(root.resolve("kitproof"), Map.of("NO_ARCHIVE", "1"), "run"));

    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("kitproof: no class archive (see ");
  }
}
