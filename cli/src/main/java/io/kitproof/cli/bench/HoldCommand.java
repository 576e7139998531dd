package io.kitproof.cli.bench;

import io.kitproof.cli.terminal.DurationWord;
import io.kitproof.cli.terminal.Screen;
import io.kitproof.cli.terminal.UsageException;
import io.kitproof.fixtures.lock.BenchLocks;
import io.kitproof.fixtures.lock.BenchStatus;
import io.kitproof.fixtures.lock.Hold;
import io.kitproof.fixtures.lock.Holder;
import io.kitproof.reports.text.Printable;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kitproof bench hold}. */
@Command(
    name = "hold",
    description =
        "Keeps all runs away from a bench, also your own, until a time or until it is released. A "
            + "run that is under way goes on to its end.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:it is held now", "2:wrong usage", "3:somebody holds it already"},
    footer = {
      "",
      "Example:",
      "  kitproof bench hold lab-3 --why \"new photo-transistor\" --for 4h"
    })
final class HoldCommand implements Callable<Integer> {
  private static final Duration LONGEST = Duration.ofDays(30);

  private final Screen screen;

  @Parameters(paramLabel = "NAME", description = "The bench, by its name or its file.")
  private String bench = "";

  @Option(
      names = "--why",
      paramLabel = "TEXT",
      required = true,
      description = "What for; whoever is kept away reads it.")
  private String why = "";

  @Option(
      names = "--for",
      paramLabel = "LENGTH",
      converter = DurationWord.class,
      description = "How long, at most 30d. Default: 2h. Nothing is held for ever.")
  private Duration length = Duration.ofHours(2);

  HoldCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() {
    if (why.isBlank()) {
      throw new UsageException("--why should say what the bench is held for.");
    }
    if (length.compareTo(LONGEST) > 0 || length.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new UsageException("--for should be from 1s to 30d.");
    }
    String name = BenchName.of(bench);
    BenchLocks locks = BenchLocks.ofUser(System.getenv());
    Hold hold = locks.because(why).hold(name, length);
    screen.out().println("Bench " + Printable.line(name) + " is held until " + hold.until() + ".");
    BenchStatus now = locks.status(name);
    if (now.running()) {
      screen
          .out()
          .println(
              "A run is under way on it and goes on to its end: "
                  + now.record().map(Holder::words).orElse("of somebody who left no word")
                  + ".");
    }
    return 0;
  }
}
