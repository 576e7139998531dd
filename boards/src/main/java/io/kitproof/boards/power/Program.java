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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program run to its end, with arguments as they are: no shell reads them. */
record Program(String part, Object place, String name) {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final int MOST_OUTPUT = 64 * 1024;
  private static final int SHOWN = 80;

  /** How Java tells why a program was not started, from {@code errno}. */
  private static final Pattern ERRNO = Pattern.compile("error=([0-9]+), (.*)", Pattern.DOTALL);

  private static final String ABSENT = "2";
  private static final String NOT_PERMITTED = "13";

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
      throw blame(String.join(" ", builder.command()), String.valueOf(failed.getMessage()));
    }
  }

  private RigException blame(String command, String why) {
    Matcher errno = ERRNO.matcher(why);
    boolean told = errno.find();
    String other = "write \"program\" of %s in the bench file".formatted(part);
    return switch (told ? errno.group(1) : "") {
      case ABSENT ->
          RigException.declined(
              part, place, command, "there is no such program", "install it, or " + other);
      case NOT_PERMITTED ->
          RigException.declined(
              part,
              place,
              command,
              "that program may not be run",
              "make it executable for you: chmod +x %s; if it is, its file system is mounted noexec"
                  .formatted(name));
      default ->
          RigException.declined(
              part,
              place,
              command,
              "it could not be started: " + (told ? errno.group(2) : why),
              "run it by hand, or " + other);
    };
  }

  /** The first line with something in it, safe for a terminal. */
  static String shown(String output) {
    String first = output.lines().filter(line -> !line.isBlank()).findFirst().orElse("nothing");
    String safe = first.replaceAll("[^ -~]+", " ").strip();
    return "\"" + (safe.length() > SHOWN ? safe.substring(0, SHOWN) + "…" : safe) + "\"";
  }
}
