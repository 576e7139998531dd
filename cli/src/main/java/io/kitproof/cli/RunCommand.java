package io.kitproof.cli;

import io.kitproof.boards.kit.Mistake;
import io.kitproof.cli.terminal.DurationWord;
import io.kitproof.cli.terminal.OutputFormat;
import io.kitproof.cli.terminal.Screen;
import io.kitproof.fixtures.BenchOptions;
import io.kitproof.fixtures.RigFault;
import io.kitproof.fixtures.benchfile.BenchFile;
import io.kitproof.fixtures.health.WedgeMarks;
import io.kitproof.fixtures.lock.BenchLocks;
import io.kitproof.reports.RunRecord;
import io.kitproof.reports.quarantine.Quarantine;
import io.kitproof.reports.run.RunJson;
import io.kitproof.reports.run.RunSummary;
import io.kitproof.steps.CourseRun;
import io.kitproof.steps.Stopper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kitproof run}. */
@Command(
    name = "run",
    description =
        "Runs the course's exercises on a bench, prints what needs attention, and writes a report.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all passed",
      "1:a kit failed",
      "2:wrong usage, or a bench file that can't be right; nothing was switched",
      "3:the bench itself failed (RIG), no kit did; or it is wedged (see kitproof doctor), or "
          + "somebody else's now (see kitproof bench status)",
      "4:something passed only when it was repeated (FLAKY), nothing failed",
      "130:stopped with Ctrl-C; 143 by kill. Relays are released, what ran is in the report"
    },
    footer = {
      "",
      "Examples:",
      "  kitproof run                                        all exercises, on virtual kits",
      "  kitproof run device_advisor                         what AWS Device Advisor tests",
      "  kitproof run 02 05 --bench lab.yaml                 two exercises on your own bench",
      "  kitproof run 05 --mistake subscriber:inverted-led   what a broken kit looks like",
      "  kitproof run 05 --rig-fault bouncing-relay          what a broken bench looks like",
      "  kitproof run --tags \"not @slow\" --format json"
    })
final class RunCommand implements Callable<Integer> {
  private final Screen screen;
  private final Interruption interruption;

  @Parameters(
      paramLabel = "FEATURE",
      arity = "0..*",
      description =
          "An exercise's number (05), a feature's name, a folder of them (device_advisor), or the "
              + "path of a file. Default: all exercises.")
  private List<String> features = new ArrayList<>();

  @Option(
      names = "--bench",
      paramLabel = "FILE|NAME",
      description = "The bench. Default: virtual, which ships with Kitproof.")
  private String bench = "virtual";

  @Option(
      names = "--tags",
      paramLabel = "EXPR",
      description = "Only scenarios whose tags fit, such as \"@wifi and not @slow\".")
  private Optional<String> tags = Optional.empty();

  @Option(
      names = "--mistake",
      paramLabel = "KIT:CODE",
      completionCandidates = Codes.class,
      description = {
        "Makes a student's mistake with a virtual kit: in its firmware, in the cloud or at the desk. "
            + "Codes: ${COMPLETION-CANDIDATES}."
      })
  private List<String> mistakes = new ArrayList<>();

  @Option(
      names = "--rig-fault",
      paramLabel = "CODE",
      completionCandidates = FaultCodes.class,
      description = {
        "Breaks the virtual bench itself, which no kit may be blamed for. Codes: "
            + "${COMPLETION-CANDIDATES}."
      })
  private Optional<String> rigFault = Optional.empty();

  @Option(
      names = "--wait",
      paramLabel = "LIMIT",
      converter = DurationWord.class,
      description =
          "How long to wait for a bench of real parts that somebody else has or holds, such as "
              + "30min or 2h. Default: not at all; it is refused with exit code 3.")
  private Duration wait = Duration.ZERO;

  @Mixin private final OutputFormat format = new OutputFormat();

  /** The codes of all mistakes, for the help. */
  static final class Codes implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Mistake.values()).map(Mistake::code).iterator();
    }
  }

  /** The codes of all faults of benches, for the help. */
  static final class FaultCodes implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(RigFault.values()).map(RigFault::code).iterator();
    }
  }

  @Mixin private final RunKeeping keeping = new RunKeeping();

  RunCommand(Screen screen, Interruption interruption) {
    this.screen = screen;
    this.interruption = interruption;
  }

  @Override
  public Integer call() throws IOException {
    BenchFile file = BenchFile.load(bench);
    BenchOptions options = RigFaults.on(file, rigFault, Mistakes.on(file, mistakes));
    Quarantine aside = keeping.quarantine(bench, screen);
    CourseRun course =
        CourseRun.on(file)
            .with(options)
            .only(features)
            .marking(WedgeMarks.ofUser(System.getenv()))
            .locking(
                BenchLocks.ofUser(System.getenv())
                    .because(("kitproof run " + String.join(" ", features)).strip())
                    .waiting(wait, screen::done));
    CourseRun chosen = tags.map(course::tagged).orElse(course);
    // Before anything is switched: a run whose report can't be written is not worth the time.
    keeping.prepare();
    Stopper stopper = new Stopper();
    interruption.asksBy(stopper::stop);
    RunRecord run = aside.applied(chosen.run(new Telling(screen), stopper));
    screen.quiet();
    Path page = keeping.keep(run, file, options.stages(file), screen);
    print(run, page.toString());
    return run.exitCode().code();
  }

  private void print(RunRecord run, String page) {
    if (format.isJson()) {
      screen.out().print(RunJson.of(run, page));
    } else {
      screen.out().print(RunSummary.of(run, page, screen.colour()));
    }
    screen.out().flush();
  }
}
