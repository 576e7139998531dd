package io.kitproof.boards.power;

import io.kitproof.boards.RigException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** A program run to its end, with arguments as they are: no shell reads them. */
record Program(String part, Object place, String name) {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final int MOST_OUTPUT = 64 * 1024;
  private static final int SHOWN = 80;

  /** How Java tells EACCES. */
  private static final String NOT_PERMITTED = "error=13";

  /**
   * What became of it.
   *
   * @param output what it said, errors among it, the first 64 KiB
   */
  record Outcome(int exit, String output) {}

  /**
   * Runs it.
   *
   * @throws RigException if it is not there or does not end within 10 s
   */
  Outcome run(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(name));
    command.addAll(arguments);
    try {
      Path output = Files.createTempFile("kitproof-power", ".txt");
      try {
        return run(command, output);
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The output of " + name + " could not be kept.", e);
    }
  }

  private Outcome run(List<String> command, Path output) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    Process process = start(builder);
    try {
      process.getOutputStream().close();
      Process ended = process.onExit().orTimeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS).join();
      try (InputStream in = Files.newInputStream(output)) {
        byte[] said = in.readNBytes(MOST_OUTPUT);
        return new Outcome(ended.exitValue(), new String(said, StandardCharsets.UTF_8));
      }
    } catch (CompletionException late) {
      throw RigException.silent(part, place, String.join(" ", command), LIMIT);
    } finally {
      Process unused = process.destroyForcibly();
    }
  }

  private Process start(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException failed) {
      boolean forbidden = String.valueOf(failed.getMessage()).contains(NOT_PERMITTED);
      throw RigException.declined(
          part,
          place,
          String.join(" ", builder.command()),
          forbidden ? "that program may not be run" : "there is no such program",
          forbidden
              ? "make it executable for you: chmod +x " + name
              : "install it, or write \"program\" of %s in the bench file".formatted(part));
    }
  }

  /** The first line with something in it, safe for a terminal. */
  static String shown(String output) {
    String first = output.lines().filter(line -> !line.isBlank()).findFirst().orElse("nothing");
    String safe = first.replaceAll("[^ -~]+", " ").strip();
    return "\"" + (safe.length() > SHOWN ? safe.substring(0, SHOWN) + "…" : safe) + "\"";
  }
}
