package io.kitproof.cli;

import io.kitproof.cli.terminal.DurationWord;
import io.kitproof.cli.terminal.OutputFormat;
import io.kitproof.cli.terminal.Screen;
import io.kitproof.fixtures.state.StateFolder;
import io.kitproof.reports.history.Ledger;
import io.kitproof.reports.history.Rendered;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kitproof history}. */
@Command(
    name = "history",
    description = {
      "What earlier runs proved: how often each scenario was in trouble (failed, rig or flaky) on "
          + "which bench, which parts of a bench were blamed, and what is hardly chance.",
      "A button, LED or scenario is suspected when it is in trouble on one bench more often than on "
          + "all others together: at least 3 times, of at least 10 on either side, with p < 0.01 by "
          + "Fisher's exact test times the number of comparisons. That takes scenarios for "
          + "independent of each other and the kits for alike."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:always, also when somebody is suspected", "2:wrong usage"},
    footer = {
      "",
      "Examples:",
      "  kitproof history                              the last 30 days, all benches",
      "  kitproof history \"turns the light on\"         some scenarios",
      "  kitproof history --bench bench-2 --since 7d   one bench; what it is compared with stays",
      "",
      "A ledger of JSON lines in KITPROOF_STATE (default ~/.local/state/kitproof), for two years."
    })
final class HistoryCommand implements Callable<Integer> {
  private final Screen screen;

  @Parameters(
      paramLabel = "SCENARIO",
      arity = "0..1",
      description = "A part of the name or of the feature's file. Default: all.")
  private Optional<String> scenario = Optional.empty();

  @Option(names = "--bench", paramLabel = "NAME", description = "One bench. Default: all.")
  private Optional<String> bench = Optional.empty();

  @Option(
      names = "--since",
      paramLabel = "LENGTH",
      converter = DurationWord.class,
      description = "How far back, such as 24h or 30d. Default: 30d.")
  private Duration since = Duration.ofDays(30);

  @Mixin private final OutputFormat format = new OutputFormat();

  HistoryCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() {
    Rendered record =
        Ledger.in(StateFolder.ofUser(System.getenv()))
            .since(Instant.now().minus(since))
            .record(scenario, bench);
    screen.out().print(format.isJson() ? record.json() : record.text());
    screen.out().flush();
    return 0;
  }
}
