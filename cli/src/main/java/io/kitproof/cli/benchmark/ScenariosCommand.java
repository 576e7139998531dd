package io.kitproof.cli.benchmark;

import io.kitproof.cli.terminal.OutputFormat;
import io.kitproof.cli.terminal.Screen;
import io.kitproof.cli.terminal.UsageException;
import io.kitproof.fixtures.benchfile.BenchFile;
import io.kitproof.reports.RunRecord;
import io.kitproof.steps.CourseRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kitproof benchmark scenarios}. */
@Command(
    name = "scenarios",
    description = {
      "Runs scenarios on one virtual bench, then on several at once in this JVM.",
      "Shows scenarios per minute from when all benches are open to the end of the last scenario, and "
          + "how many times as many that is as on one bench. A scenario that does not pass is named."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all passed",
      "1:a kit failed",
      "2:wrong usage",
      "3:a bench itself failed (RIG), no kit did"
    },
    footer = {
      "",
      "Examples:",
      "  kitproof benchmark scenarios",
      "  kitproof benchmark scenarios --benches 1,4 --rounds 3 --features 02,05",
      "",
      "What waits for a kit's firmware costs no CPU: many benches can wait at once. Most scenarios of "
          + "exercise 02 do; those of exercise 01 make keys instead.",
      "JSON: {\"runs\": [{\"benches\", \"scenarios\", \"failed\", \"per_minute\", "
          + "\"times_one_bench\", \"failures\": […]}], \"warm_up\"}."
    })
final class ScenariosCommand implements Callable<Integer> {
  private static final String BENCH = "virtual";
  private static final int MOST_BENCHES = 64;

  private final Screen screen;

  @Option(
      names = "--benches",
      paramLabel = "N",
      split = ",",
      defaultValue = "1,2,4,8,16",
      description = "On how many benches at once, one after the other. Default: 1,2,4,8,16.")
  private List<Integer> benches = new ArrayList<>();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "How often each bench runs all the scenarios, after one round on the most benches that "
              + "isn't counted. Default: 1.")
  private int rounds;

  @Option(
      names = "--features",
      paramLabel = "FEATURE",
      split = ",",
      defaultValue = "02",
      description =
          "Exercises' numbers, features' names, or paths of files. Default: 02, most of whose "
              + "scenarios wait for firmware.")
  private List<String> features = new ArrayList<>();

  @Option(
      names = "--tags",
      paramLabel = "EXPR",
      description = "Only scenarios whose tags fit, such as \"not @cloud-fault\".")
  private Optional<String> tags = Optional.empty();

  @Mixin private final OutputFormat format = new OutputFormat();

  ScenariosCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() {
    UsageException.atLeastOne("--rounds", rounds);
    benches.forEach(ScenariosCommand::check);
    CourseRun all = CourseRun.on(BenchFile.load(BENCH)).only(features);
    CourseRun course = tags.map(all::tagged).orElse(all);
    ScenarioRun warmUp = run(course, Collections.max(benches), 1);
    if (warmUp.scenarios() == 0) {
      throw new UsageException("No scenario there has tags that fit " + tags.orElse("") + ".");
    }
    List<ScenarioRun> runs = benches.stream().map(n -> run(course, n, rounds)).toList();
    screen.quiet();
    print(warmUp, runs);
    return exitCode(Stream.concat(Stream.of(warmUp), runs.stream()));
  }

  private static void check(int number) {
    UsageException.atLeastOne("--benches", number);
    if (number > MOST_BENCHES) {
      throw new UsageException(
          "--benches should be at most " + MOST_BENCHES + ", not " + number + ".");
    }
  }

  private ScenarioRun run(CourseRun course, int number, int times) {
    return new BenchCrew(screen, course, number, times).run();
  }

  /** That of {@code kitproof run}, had it run all of them. */
  private static int exitCode(Stream<ScenarioRun> runs) {
    return new RunRecord(
            BENCH,
            "local",
            Instant.now(),
            runs.flatMap(run -> run.notPassed().stream()).toList(),
            false)
        .exitCode()
        .code();
  }

  private void print(ScenarioRun warmUp, List<ScenarioRun> runs) {
    Optional<ScenarioRun> one = runs.stream().filter(run -> run.benches() == 1).findFirst();
    if (format.isJson()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("runs", runs.stream().map(run -> run.json(one)).toList());
      document.put("warm_up", warmUp.json(Optional.empty()));
      document.put("machine", Machine.here());
      screen.json(document);
      return;
    }
    screen.out().println(ScenarioRun.heading());
    runs.forEach(run -> screen.out().println(run.row(one)));
    Stream.concat(Stream.of(warmUp), runs.stream())
        .flatMap(run -> run.failures().stream())
        .forEach(screen.out()::println);
    screen.out().println("on " + Machine.here());
  }
}
