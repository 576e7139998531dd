package io.kitproof.cli.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A bench played by another program, in Python: nothing of Kitproof's is behind its ports. */
final class ForeignBench implements AutoCloseable {
  private static final Path PROGRAM = Path.of("src", "test", "resources", "foreign", "bench.py");

  private final Process process;
  private final BufferedReader output;
  private final String[] ports;

  private ForeignBench(String what, int much) throws IOException {
    process =
        new ProcessBuilder("python3", PROGRAM.toString(), what, String.valueOf(much))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    output = new BufferedReader(new InputStreamReader(process.getInputStream(), US_ASCII));
    String line = output.readLine();
    if (line == null) {
      throw new IOException("The foreign program ended at once.");
    }
    ports = line.split(" ", -1);
  }

  /** Starts it; the test is skipped, with a word, where there is no Python. */
  static ForeignBench start(String what, int much) throws IOException {
    assumeTrue(pythonIsThere(), "python3 is not installed: the foreign bench can't be played");
    return new ForeignBench(what, much);
  }

  private static boolean pythonIsThere() {
    try {
      Process python =
          new ProcessBuilder("python3", "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return python.waitFor() == 0;
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** A bench file with its ports, as a user would write it: nothing said about read-back. */
  Path file(Path folder) throws IOException {
    return Files.write(
        folder.resolve("foreign.yaml"),
        List.of(
            "bench: foreign",
            "boards:",
            "  presses: {family: lcus, port: " + ports[0] + "}",
            "kits:",
            "  publisher:",
            "    firmware: {app: publisher, profile: wiced41}",
            "    console: {port: " + ports[1] + "}",
            "    buttons: {MB1: presses/0}"));
  }

  /** Ends it; each press with the nanoseconds of its release and its answer, as it saw them. */
  List<long[]> end() throws IOException {
    process.getOutputStream().close();
    return output
        .lines()
        .map(line -> line.split(" ", -1))
        .map(words -> new long[] {Long.parseLong(words[0]), Long.parseLong(words[1])})
        .toList();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
