package io.kitproof.cli.benchmark;

import io.kitproof.cli.terminal.DurationWord;
import io.kitproof.cli.terminal.OutputFormat;
import io.kitproof.cli.terminal.Screen;
import io.kitproof.fixtures.Bench;
import io.kitproof.fixtures.ConsoleLog;
import io.kitproof.fixtures.benchfile.BenchFile;
import io.kitproof.fixtures.lock.BenchLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kitproof benchmark capture}. */
@Command(
    name = "capture",
    description = {
      "One press starts a flood on the console while the test is busy with something else; then the "
          + "log is asked for.",
      "Shows how much of the flood was held before it was asked for, whether any byte is lost, and "
          + "how far each line's time stamp is from its arrival (known without --bench)."
    },
    footer = {
      "",
      "Examples:",
      "  kitproof benchmark capture",
      "  kitproof benchmark capture --busy 20s --speed full",
      "  kitproof benchmark capture --bench lab.yaml --raw flood.bin --format json",
      "",
      "A flood of 1 MB at 115200 baud takes 87 s, as on a real line.",
      "JSON: {\"bytes_held\", \"bytes\", \"lines\", \"line_ns\": […], …}, without --bench in a list "
          + "\"floods\", one for each speed."
    })
final class CaptureCommand implements Callable<Integer> {
  private final Screen screen;

  @Mixin private BenchChoice choice = new BenchChoice();

  @Option(
      names = "--busy",
      paramLabel = "TIME",
      converter = DurationWord.class,
      description = "How long the test computes something else. Default: 1s.")
  private Duration busy = Duration.ofSeconds(1);

  @Option(
      names = "--quiet",
      paramLabel = "TIME",
      converter = DurationWord.class,
      description = "The flood is over when nothing came for so long. Default: 500ms.")
  private Duration quiet = Duration.ofMillis(500);

  @Option(
      names = "--bytes",
      paramLabel = "N",
      defaultValue = "1048576",
      description = "Size of the flood played without --bench. Default: 1048576.")
  private int bytes;

  @Option(
      names = "--speed",
      paramLabel = "full|115200",
      split = ",",
      converter = FloodSpeed.class,
      description = "Speeds of the floods played without --bench. Default: full,115200.")
  private List<FloodSpeed> speeds = List.of(FloodSpeed.FULL, FloodSpeed.LINE);

  @Option(
      names = "--raw",
      paramLabel = "FILE",
      description = "Keeps the console's bytes as they came, from the opening of the bench on.")
  private Optional<Path> raw = Optional.empty();

  @Mixin private final OutputFormat format = new OutputFormat();

  CaptureCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() {
    List<Capture> captures = new ArrayList<>();
    if (choice.played()) {
      for (FloodSpeed speed : speeds) {
        captures.add(onPlayedBench(speed));
      }
    } else {
      captures.add(onBenchFile());
    }
    screen.quiet();
    print(captures);
    return captures.stream().allMatch(Capture::complete) ? 0 : 1;
  }

  private void print(List<Capture> captures) {
    if (!format.isJson()) {
      captures.stream().flatMap(c -> c.text().stream()).forEach(screen.out()::println);
      screen.out().println("on " + Machine.here());
    } else if (choice.played()) {
      screen.json(
          Map.of(
              "floods", captures.stream().map(Capture::json).collect(Collectors.toList()),
              "machine", Machine.here()));
    } else {
      screen.json(captures.get(0).json());
    }
  }

  private Capture onPlayedBench(FloodSpeed speed) {
    FloodingKit kit = new FloodingKit(bytes, speed.baud());
    try (PlayedBench played = new PlayedBench(kit);
        Bench bench = Bench.open(choice.file(played))) {
      Capture capture = measure(bench, "flood at " + speed.words());
      return capture.withKit(kit.bytes(), kit.writtenNanos());
    }
  }

  private Capture onBenchFile() {
    BenchFile file = choice.file();
    try (BenchLock lock = choice.lock(file);
        Bench bench = Bench.open(file)) {
      return measure(bench, "flood of " + choice.kit(bench).name());
    }
  }

  private Capture measure(Bench bench, String name) {
    ConsoleLog log = choice.kit(bench).console().log();
    raw.ifPresent(file -> keep(log, file));
    choice.button(bench).press();
    beBusy(name);
    long held = log.bytes();
    long asked = System.nanoTime();
    awaitEnd(log, name);
    return Capture.of(name, busy, held, asked, log.bytes(), bench.timeline().all());
  }

  private static void keep(ConsoleLog log, Path file) {
    try {
      log.keepRaw(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Computes on the test's thread, as a test does that is busy with something else. */
  private void beBusy(String name) {
    screen.now(name + ": the test is busy for " + busy.toMillis() + " ms");
    long end = System.nanoTime() + busy.toNanos();
    while (System.nanoTime() - end < 0) {
      Thread.onSpinWait();
    }
  }

  private void awaitEnd(ConsoleLog log, String name) {
    long bytesBefore = -1;
    long since = System.nanoTime();
    while (System.nanoTime() - since < quiet.toNanos()) {
      if (log.bytes() != bytesBefore) {
        bytesBefore = log.bytes();
        since = System.nanoTime();
        screen.now(name + ": " + bytesBefore + " bytes");
      }
      LockSupport.parkNanos(this, 20_000_000);
    }
  }
}
