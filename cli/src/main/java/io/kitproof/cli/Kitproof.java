package io.kitproof.cli;

import io.kitproof.cli.bench.BenchCommand;
import io.kitproof.cli.benchmark.BenchmarkCommand;
import io.kitproof.cli.terminal.Screen;
import io.kitproof.fixtures.expect.KitFault;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code kitproof} command. */
@Command(
    name = "kitproof",
    version = "kitproof 0.1.0",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Proves that Wi-Fi/MQTT development kits do what they should: presses their buttons, reads "
            + "their consoles, watches their LEDs, plays their cloud, and says what it saw.",
    footer = {
      "",
      "Examples:",
      "  kitproof run                                        the whole course, on virtual kits",
      "  kitproof run 05 --mistake subscriber:inverted-led   what a broken kit looks like",
      "  kitproof run --bench lab.yaml                       the same on your own bench",
      "  kitproof grade submissions                          points for a class, with the causes named",
      "  kitproof doctor --bench lab.yaml                    is the bench itself well?",
      "  kitproof lint 02_publisher                          mistakes that need no kit to be seen",
      "  kitproof bench hold lab-3 --why soldering           keeps runs away from a bench",
      "  kitproof virtual                                    virtual kits for minicom",
      "  kitproof cloud                                      a local AWS IoT for any AWS client",
      "",
      "Results go to standard output, progress to standard error."
    })
public final class Kitproof implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  private Kitproof() {}

  /** Runs the command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    Screen screen = Screen.of(System.getProperty("kitproof.terminal", ""), System.getenv());
    Interruption interruption = Interruption.ofThisThread();
    int code;
    try {
      code = execute(screen, interruption, args);
    } finally {
      interruption.over();
    }
    System.exit(code);
  }

  /** Runs the command; the caller ends the JVM with the code it returns. */
  static int execute(Screen screen, Interruption interruption, String... args) {
    Outcomes outcomes = new Outcomes(screen, interruption);
    try {
      return command(screen, interruption)
          .setParameterExceptionHandler(outcomes::usage)
          .setExecutionExceptionHandler(outcomes::failed)
          .execute(args);
    } catch (KitFault e) {
      return outcomes.kitFailed(e);
    }
  }

  /** The command with all its subcommands. */
  static CommandLine command(Screen screen, Interruption interruption) {
    return new CommandLine(new Kitproof())
        .addSubcommand(new RunCommand(screen, interruption))
        .addSubcommand(new GradeCommand(screen))
        .addSubcommand(new VirtualCommand(screen))
        .addSubcommand(new CloudCommand(screen))
        .addSubcommand(new ProvisionCommand(screen))
        .addSubcommand(new DoctorCommand(screen))
        .addSubcommand(new LintCommand(screen))
        .addSubcommand(BenchCommand.on(screen))
        .addSubcommand(new HistoryCommand(screen))
        .addSubcommand(BenchmarkCommand.on(screen))
        .addSubcommand(new SelfCheckCommand(screen))
        .addSubcommand(new WarmUpCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setColorScheme(CommandLine.Help.defaultColorScheme(screen.colour() ? Ansi.ON : Ansi.OFF))
        .setOut(screen.writer())
        .setErr(screen.errorWriter());
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say what to do: run, grade, virtual, cloud, provision, doctor, bench, history, lint,"
            + " benchmark or self-check.");
  }
}
