package io.kitproof.cli;

import io.kitproof.cli.terminal.Screen;
import io.kitproof.fixtures.BenchOptions;
import io.kitproof.fixtures.VirtualBench;
import io.kitproof.fixtures.benchfile.BenchFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kitproof virtual}. */
@Command(
    name = "virtual",
    description = {
      "Runs the virtual boards and kits of a bench alone, so that minicom or any other program can "
          + "drive them, and the local cloud that the bench names.",
      "Prints where their serial ports are, as one line of JSON, once they are there. Ends with "
          + "Ctrl-C."
    },
    footer = {
      "",
      "Examples:",
      "  kitproof virtual --dir /tmp/kits",
      "  minicom -D /tmp/kits/publisher -b 115200      its console, in another terminal",
      "  printf 'relay on 0\\r' >/tmp/kits/presses      presses MB1 of the publisher",
      "  printf 'relay off 0\\r' >/tmp/kits/presses     lets it go: the publisher publishes",
      "",
      "JSON: {\"bench\", \"boards\": {name: port}, \"consoles\": {kit: port}}."
    })
final class VirtualCommand implements Callable<Integer> {
  private final Screen screen;

  @Option(
      names = "--bench",
      paramLabel = "FILE|NAME",
      description = "The bench. Default: virtual, which ships with Kitproof.")
  private String bench = "virtual";

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description =
          "Where the links to the ports are made. Default: a new folder for temporary files.")
  private Optional<Path> dir = Optional.empty();

  @Option(
      names = "--mistake",
      paramLabel = "KIT:CODE",
      description =
          "Makes a student's mistake with a virtual kit; see kitproof run --help. Those of who presses "
              + "its button or fills in its page are yours to make here.")
  private List<String> mistakes = new ArrayList<>();

  VirtualCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() {
    BenchFile file = BenchFile.load(bench);
    BenchOptions options = Mistakes.on(file, mistakes);
    Path folder = dir.orElseGet(VirtualCommand::temporary);
    try (VirtualBench parts = VirtualBench.alone(file, options, folder)) {
      screen.json(document(file, parts.ports()));
      screen.done("Running; Ctrl-C ends it.");
      awaitInterruption();
      screen.done("Ending.");
    } finally {
      if (dir.isEmpty()) {
        remove(folder);
      }
    }
    return Outcomes.INTERRUPTED;
  }

  private static Map<String, Object> document(BenchFile file, Map<String, Path> ports) {
    Map<String, String> boards = new LinkedHashMap<>();
    Map<String, String> consoles = new LinkedHashMap<>();
    ports.forEach(
        (name, port) ->
            (file.boards().containsKey(name) ? boards : consoles)
                .put(name, port.toAbsolutePath().toString()));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("bench", file.bench());
    document.put("boards", boards);
    document.put("consoles", consoles);
    return document;
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("kitproof-virtual-");
    } catch (IOException e) {
      throw new UncheckedIOException("No folder for the ports can be made.", e);
    }
  }

  private static void remove(Path folder) {
    try {
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("The folder of the ports can't be removed.", e);
    }
  }

  static void awaitInterruption() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException interrupted) {
      // What this command waits for; its parts are closed without being interrupted themselves.
      return;
    }
  }
}
