package io.kitproof.broker.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A program of somebody else's, run as a user would run it. */
final class Program implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 60;

  private final List<String> command;
  private final Process process;
  private final BufferedReader output;
  private final CompletableFuture<String> errors;

  private Program(List<String> command, Process process) {
    this.command = command;
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
    this.errors = CompletableFuture.supplyAsync(() -> read(process.getErrorStream()));
  }

  /** What a program that has ended has left. */
  record Ended(int code, String out, String err) {}

  /** Skips the test, with a word, where the program is not installed. */
  static void needs(String name) {
    Assumptions.assumeTrue(
        Stream.of(System.getenv("PATH").split(":", -1))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, name))),
        name + " is not installed; the Debian packages mosquitto-clients and awscli bring it");
  }

  static Program start(Map<String, String> environment, List<String> command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().putAll(environment);
      return new Program(command, builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Ended run(Map<String, String> environment, List<String> command) {
    try (Program program = start(environment, command)) {
      return program.await();
    }
  }

  /** Its next line, as soon as there is one. */
  String line() {
    try {
      return CompletableFuture.supplyAsync(this::readLine).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("No line from " + command, e);
    }
  }

  private String readLine() {
    try {
      return String.valueOf(output.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for its end. */
  Ended await() {
    try {
      List<String> lines = new ArrayList<>(output.lines().toList());
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
          .as("%s ends", command)
          .isTrue();
      return new Ended(process.exitValue(), String.join("\n", lines), errors.join());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String read(InputStream stream) {
    try {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
