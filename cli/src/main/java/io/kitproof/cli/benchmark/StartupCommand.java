package io.kitproof.cli.benchmark;

import io.kitproof.cli.terminal.OutputFormat;
import io.kitproof.cli.terminal.Screen;
import io.kitproof.cli.terminal.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kitproof benchmark startup}. */
@Command(
    name = "startup",
    description =
        "Starts the command anew many times and measures from the start of its process until the "
            + "release of its first press arrives at the relay board.",
    footer = {
      "",
      "Example:",
      "  kitproof benchmark startup --runs 20",
      "",
      "What is started is this program itself, launcher included, as",
      "  kitproof benchmark reaction --bench FILE --presses 1",
      "JSON: {\"startup_ns\": […], …}, one entry a run."
    })
final class StartupCommand implements Callable<Integer> {
  private final Screen screen;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "10",
      description = "How often. Default: 10.")
  private int runs;

  @Mixin private final OutputFormat format = new OutputFormat();

  StartupCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() {
    UsageException.atLeastOne("--runs", runs);
    long[] startup = new long[runs];
    for (int i = 0; i < runs; i++) {
      screen.now("start " + (i + 1) + " of " + runs);
      startup[i] = once();
    }
    screen.quiet();
    print(startup);
    return 0;
  }

  private void print(long[] startup) {
    Spread spread = Spread.of(startup);
    if (format.isJson()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("startup_ns", startup);
      document.put("startup", spread);
      document.put("machine", Machine.here());
      screen.json(document);
      return;
    }
    screen.out().println(Spread.heading(runs + " starts"));
    screen.out().println(spread.row("start to first press done"));
    screen.out().println("on " + Machine.here());
  }

  private static long once() {
    AnsweringKit kit = new AnsweringKit(1, 1);
    try (PlayedBench played = new PlayedBench(kit)) {
      Path bench = Files.createTempFile("kitproof-startup-", ".yaml");
      try {
        Files.writeString(bench, played.benchFile());
        long start = System.nanoTime();
        press(bench);
        return kit.releasedNanos()[0] - start;
      } finally {
        Files.delete(bench);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The command can't be started.", e);
    }
  }

  private static void press(Path bench) throws IOException {
    List<String> arguments =
        List.of("benchmark", "reaction", "--bench", bench.toString(), "--presses", "1");
    Process process =
        new ProcessBuilder(Itself.command(arguments))
            .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.INHERIT)
            .start();
    try {
      int code = process.waitFor();
      if (code != 0) {
        throw new IOException("It ended with exit code " + code + ".");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while it ran.", e);
    } finally {
      process.destroy();
    }
  }
}
