package io.kitproof.cli.bench;

import io.kitproof.cli.terminal.Screen;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kitproof bench}. */
@Command(
    name = "bench",
    description = {
      "Who has a bench, and whom it is kept for.",
      "A run has its bench to itself as long as it lasts: its name and its real ports are locked by "
          + "the kernel, and free again however the run ended. A hold keeps all runs away without "
          + "one, until its time or its release. Wholly virtual benches are neither.",
      "Both lie in KITPROOF_STATE (default ~/.local/state/kitproof): users of one bench share it by "
          + "naming the same folder, which their group may write."
    },
    footer = {
      "",
      "Examples:",
      "  kitproof bench status                                  all benches of this host",
      "  kitproof bench hold lab-3 --why soldering --for 4h     keeps runs away",
      "  kitproof bench release lab-3                           lets them in again",
      "  kitproof run --bench lab-3.yaml --wait 8h              waits for either"
    })
public final class BenchCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  private BenchCommand() {}

  /** The command with its subcommands. */
  public static CommandLine on(Screen screen) {
    return new CommandLine(new BenchCommand())
        .addSubcommand(new HoldCommand(screen))
        .addSubcommand(new ReleaseCommand(screen))
        .addSubcommand(new StatusCommand(screen));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do with it: hold, release or status.");
  }
}
