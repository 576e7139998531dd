package io.kitproof.cli.benchmark;

import io.kitproof.cli.terminal.Screen;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kitproof benchmark}. */
@Command(
    name = "benchmark",
    description = "Measures the harness and its cloud, on this machine.",
    footer = {
      "",
      "Examples:",
      "  kitproof benchmark reaction                   how late an expectation answers",
      "  kitproof benchmark capture --busy 1s          what of a console flood is lost",
      "  kitproof benchmark startup                    how long until the first press",
      "  kitproof benchmark broker                     what the local cloud's MQTT can carry",
      "  kitproof benchmark shadow                     how fast it updates shadows",
      "  kitproof benchmark timeline                   what recording costs, how fast its page is",
      "  kitproof benchmark scenarios                  scenarios per minute on many benches",
      "  kitproof benchmark grade                      a class of thirty, graded",
      "",
      "Figures are only worth something with the machine they come from: it is printed with them."
    })
public final class BenchmarkCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  private BenchmarkCommand() {}

  /** The command with its subcommands. */
  public static CommandLine on(Screen screen) {
    return new CommandLine(new BenchmarkCommand())
        .addSubcommand(new ReactionCommand(screen))
        .addSubcommand(new CaptureCommand(screen))
        .addSubcommand(new StartupCommand(screen))
        .addSubcommand(new BrokerCommand(screen))
        .addSubcommand(new ShadowCommand(screen))
        .addSubcommand(new TimelineCommand(screen))
        .addSubcommand(new ScenariosCommand(screen))
        .addSubcommand(new GradingCommand(screen));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say which benchmark: reaction, capture, startup, broker, shadow, timeline, scenarios or "
            + "grade.");
  }
}
