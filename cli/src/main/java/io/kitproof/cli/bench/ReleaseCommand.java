package io.kitproof.cli.bench;

import io.kitproof.cli.terminal.Screen;
import io.kitproof.fixtures.lock.BenchLocks;
import io.kitproof.fixtures.lock.Hold;
import io.kitproof.reports.text.Printable;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code kitproof bench release}. */
@Command(
    name = "release",
    description =
        "Ends the hold of a bench, whoever gave it. The lock of a run under way is the kernel's: it "
            + "ends with the run only.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:nobody holds it now", "2:wrong usage"},
    footer = {"", "Example:", "  kitproof bench release lab-3"})
final class ReleaseCommand implements Callable<Integer> {
  private final Screen screen;

  @Parameters(paramLabel = "NAME", description = "The bench, by its name or its file.")
  private String bench = "";

  ReleaseCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() {
    String name = BenchName.of(bench);
    Optional<Hold> held = BenchLocks.ofUser(System.getenv()).release(name);
    screen
        .out()
        .println(
            held.map(
                    hold ->
                        "Bench "
                            + Printable.line(name)
                            + " is released; it was held by "
                            + hold.words()
                            + ".")
                .orElseGet(() -> "Bench " + Printable.line(name) + " was not held."));
    return 0;
  }
}
