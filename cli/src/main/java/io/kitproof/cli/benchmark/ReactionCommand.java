package io.kitproof.cli.benchmark;

import static io.kitproof.fixtures.Prints.print;

import io.kitproof.cli.terminal.DurationWord;
import io.kitproof.cli.terminal.OutputFormat;
import io.kitproof.cli.terminal.Screen;
import io.kitproof.cli.terminal.UsageException;
import io.kitproof.fixtures.Bench;
import io.kitproof.fixtures.Button;
import io.kitproof.fixtures.Console;
import io.kitproof.fixtures.benchfile.BenchFile;
import io.kitproof.fixtures.lock.BenchLock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kitproof benchmark reaction}. */
@Command(
    name = "reaction",
    description = {
      "Presses a button many times and measures how long after the release the expectation of the "
          + "console's answer is met.",
      "From the return of the write that releases the relay to the return of the expectation; what "
          + "the kit took until its answer was at the port is subtracted when it is known, which it "
          + "is without --bench."
    },
    footer = {
      "",
      "Examples:",
      "  kitproof benchmark reaction",
      "  kitproof benchmark reaction --bench lab.yaml --presses 50 --format json",
      "",
      "The kit is not waited for to get ready: its console only has to print the expected text each "
          + "time the button is let go.",
      "JSON: {\"hold_ms\", \"released_ns\": […], \"seen_ns\": […], …}; times are System.nanoTime() "
          + "(CLOCK_MONOTONIC), one entry a press."
    })
final class ReactionCommand implements Callable<Integer> {
  /** What kits of profile wiced41 print when a message was published. */
  static final String ANSWER = "[MQTT] Publishing... Success";

  private final Screen screen;

  @Mixin private BenchChoice choice = new BenchChoice();

  @Option(
      names = "--presses",
      paramLabel = "N",
      defaultValue = "200",
      description = "How often. Default: 200.")
  private int presses;

  @Option(
      names = "--hold",
      paramLabel = "TIME",
      converter = DurationWord.class,
      description = "How long each press lasts. Default: 50ms.")
  private Duration hold = Duration.ofMillis(50);

  @Option(
      names = "--expect",
      paramLabel = "TEXT",
      description = "What the console prints then. Default: " + ANSWER + ".")
  private String expected = ANSWER;

  @Option(
      names = "--limit",
      paramLabel = "TIME",
      converter = DurationWord.class,
      description = "How long to wait for it. Default: 10s.")
  private Duration limit = Duration.ofSeconds(10);

  @Mixin private final OutputFormat format = new OutputFormat();

  ReactionCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() {
    UsageException.atLeastOne("--presses", presses);
    Reaction reaction = choice.played() ? onPlayedBench() : onBenchFile();
    screen.quiet();
    if (format.isJson()) {
      screen.json(reaction.json());
    } else {
      reaction.text().forEach(screen.out()::println);
    }
    return 0;
  }

  private Reaction onPlayedBench() {
    AnsweringKit kit = new AnsweringKit(presses, 1);
    try (PlayedBench played = new PlayedBench(kit);
        Bench bench = Bench.open(choice.file(played))) {
      Reaction measured = measure(bench);
      return measured.withKit(kit.answeredNanos());
    }
  }

  private Reaction onBenchFile() {
    BenchFile file = choice.file();
    try (BenchLock lock = choice.lock(file);
        Bench bench = Bench.open(file)) {
      return measure(bench);
    }
  }

  private Reaction measure(Bench bench) {
    Button button = choice.button(bench);
    Console console = choice.kit(bench).console();
    long[] released = new long[presses];
    long[] seen = new long[presses];
    CpuTime before = CpuTime.withoutThreads(PlayedBench.THREAD);
    for (int i = 0; i < presses; i++) {
      screen.now("press " + (i + 1) + " of " + presses);
      released[i] = button.press(hold).opened().writtenNanos();
      console.within(limit).should(print(expected));
      seen[i] = System.nanoTime();
    }
    long cpu = CpuTime.withoutThreads(PlayedBench.THREAD).since(before);
    return new Reaction(hold, released, seen, Optional.empty(), cpu, Machine.here());
  }
}
