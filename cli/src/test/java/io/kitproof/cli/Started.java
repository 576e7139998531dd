package io.kitproof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The command in a process of its own, ended as a shell or a person would. */
final class Started implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;

  /** Commands that make keys, which cost ten times as much without the second compiler. */
  private static final Set<String> WITH_KEYS =
      Set.of("run", "grade", "virtual", "cloud", "doctor", "self-check");

  private final Process process;
  private final BufferedReader output;
  private final BufferedReader progress;

  private Started(Process process) {
    this.process = process;
    this.output = process.inputReader(UTF_8);
    this.progress = process.errorReader(UTF_8);
  }

  static Started command(String... words) throws IOException {
    return command(Map.of(), words);
  }

  /** With more of an environment. */
  static Started command(Map<String, String> environment, String... words) throws IOException {
    List<String> command = new ArrayList<>(java());
    if (!WITH_KEYS.contains(words[0])) {
      command.add(1, "-XX:TieredStopAtLevel=1");
    }
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return new Started(builder.start());
  }

  /** How the command is called, its words apart. */
  static List<String> java() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
        "-cp",
        System.getProperty("java.class.path"),
        "io.kitproof.cli.Kitproof");
  }

  /** The next line of its output, "null" at the end. */
  String line() throws IOException {
    return String.valueOf(output.readLine());
  }

  /** The next line of what it tells people. */
  String toldLine() throws IOException {
    return String.valueOf(progress.readLine());
  }

  /** What is left of its output. */
  String rest() throws IOException {
    return all(output);
  }

  /** What is left of what it tells people. */
  String toldRest() throws IOException {
    return all(progress);
  }

  private static String all(Reader reader) throws IOException {
    StringWriter all = new StringWriter();
    long unused = reader.transferTo(all);
    return all.toString();
  }

  /** Its exit code, once it has ended by itself. */
  int ended() throws InterruptedException {
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  /** Sends it a signal and waits for its end. */
  int end(String signal) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start();
    assertThat(kill.waitFor()).isZero();
    return ended();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
