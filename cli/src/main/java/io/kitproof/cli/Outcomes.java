package io.kitproof.cli;

import io.cucumber.tagexpressions.TagExpressionException;
import io.kitproof.boards.RigException;
import io.kitproof.broker.store.StoreInUseException;
import io.kitproof.cli.terminal.Screen;
import io.kitproof.cli.terminal.UsageException;
import io.kitproof.fixtures.NotOnThisBenchException;
import io.kitproof.fixtures.benchfile.BenchFileException;
import io.kitproof.fixtures.configpage.UnfitSettingException;
import io.kitproof.fixtures.expect.KitFault;
import io.kitproof.fixtures.health.WedgedBenchException;
import io.kitproof.fixtures.lint.UnreadableProjectException;
import io.kitproof.fixtures.lock.BenchTakenException;
import io.kitproof.fixtures.provision.CloudRefusal;
import io.kitproof.fixtures.state.UnusableStateException;
import io.kitproof.fixtures.timeline.InterruptedWaitException;
import io.kitproof.reports.quarantine.QuarantineException;
import io.kitproof.steps.NoSuchFeatureException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what ended a command, and gives it its exit code: whose fault it was. */
final class Outcomes {
  /** The kit's fault. */
  static final int KIT = 1;

  /** The caller's, or the author's of the bench file. */
  static final int USAGE = 2;

  /** The bench's. */
  static final int RIG = 3;

  /** Ours. */
  static final int BUG = 70;

  /** Ctrl-C, as a shell says it. */
  static final int INTERRUPTED = 130;

  private final Screen screen;

  private final Interruption interruption;

  Outcomes(Screen screen, Interruption interruption) {
    this.screen = screen;
    this.interruption = interruption;
  }

  int usage(ParameterException e, String... args) {
    CommandLine command = e.getCommandLine();
    screen.done(message(e));
    if (e instanceof UnmatchedArgumentException unmatched) {
      UnmatchedArgumentException.printSuggestions(unmatched, command.getErr());
      command.getErr().flush();
    }
    screen.done("See: " + command.getCommandSpec().qualifiedName() + " --help");
    return USAGE;
  }

  int failed(Exception e, CommandLine command, ParseResult parsed) {
    if (e instanceof BenchFileException
        || e instanceof NotOnThisBenchException
        || e instanceof NoSuchFeatureException
        || e instanceof TagExpressionException
        || e instanceof StoreInUseException
        || e instanceof UnfitSettingException
        || e instanceof UnreadableProjectException
        || e instanceof UnusableStateException
        || e instanceof QuarantineException
        || e instanceof UsageException) {
      screen.done(message(e));
      return USAGE;
    }
    if (e instanceof InterruptedWaitException || interruption.hasCome()) {
      screen.done("Interrupted.");
      return INTERRUPTED;
    }
    if (e instanceof RigException
        || e instanceof WedgedBenchException
        || e instanceof BenchTakenException
        || e instanceof CloudRefusal) {
      screen.done(message(e));
      return RIG;
    }
    screen.done("Kitproof itself failed: please report this.");
    screen.trace(e);
    return BUG;
  }

  int kitFailed(KitFault e) {
    screen.done(message(e));
    return KIT;
  }

  private static String message(Throwable e) {
    String message = e.getMessage();
    return message == null ? e.toString() : message;
  }
}
