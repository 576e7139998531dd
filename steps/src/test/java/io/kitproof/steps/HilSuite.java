package io.kitproof.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.fixtures.BenchOptions;
import io.kitproof.fixtures.benchfile.BenchFile;
import io.kitproof.fixtures.health.WedgeMarks;
import io.kitproof.fixtures.lock.BenchLocks;
import io.kitproof.fixtures.state.CiJob;
import io.kitproof.fixtures.state.StateFolder;
import io.kitproof.reports.Cause;
import io.kitproof.reports.Quarantined;
import io.kitproof.reports.RunRecord;
import io.kitproof.reports.ScenarioRecord;
import io.kitproof.reports.history.AllureTrend;
import io.kitproof.reports.history.Ledger;
import io.kitproof.reports.quarantine.Quarantine;
import io.kitproof.reports.run.ReportFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The course on a bench, as {@code mvn verify} runs it: the same run as {@code kitproof run}, on
 * the bench {@code virtual} or {@code -Dkitproof.bench=FILE}; or what {@code -Dkitproof.features}
 * names in the place of the exercises, as {@code device_advisor}. The scenarios run when the
 * factory is asked; each is a test then that says what its scenario proved.
 */
final class HilSuite {
  private static final Logger log = LoggerFactory.getLogger(HilSuite.class);

  @TestFactory
  Stream<DynamicContainer> the_course() throws IOException {
    String named = System.getProperty("kitproof.bench", "virtual");
    BenchFile bench = BenchFile.load(named);
    Quarantine quarantine = Quarantine.beside(named, LocalDate.now(ZoneId.systemDefault()));
    quarantine.ended().forEach(log::warn);
    Path out = Path.of(System.getProperty("kitproof.out", "target/kitproof"));
    Path allure = Path.of(System.getProperty("kitproof.allure", "target/allure-results"));

    RunRecord run =
        quarantine.applied(
            CourseRun.on(bench)
                .only(features())
                .allureIn(allure)
                .marking(WedgeMarks.ofUser(System.getenv()))
                .locking(BenchLocks.ofUser(System.getenv()).because("mvn verify"))
                .run(Progress.none()));
    Ledger.in(stateOf(bench, System.getenv()))
        .append(run, bench, CiJob.of(System.getenv()), BenchOptions.none().stages(bench))
        .ifPresent(log::warn);
    Path page = ReportFolder.write(run, out, ZoneId.systemDefault());
    Path last = Path.of(System.getProperty("kitproof.allure.last", ".allure/last.html"));
    log.info("{} files of Allure's history carried over", AllureTrend.carryOver(last, allure));

    assertThat(run.scenarios()).as("scenarios that ran; the report is %s", page).isNotEmpty();
    Stream<DynamicContainer> deciding =
        byFeature(run).entrySet().stream()
            .map(f -> DynamicContainer.dynamicContainer(f.getKey(), tests(f.getValue())));
    return Stream.concat(
        deciding,
        Stream.of(DynamicContainer.dynamicContainer("In quarantine", aside(run.quarantined())))
            .filter(container -> !run.quarantined().isEmpty()));
  }

  /** What a build has proved of virtual parts is not for the history of whoever builds. */
  static StateFolder stateOf(BenchFile bench, Map<String, String> environment) {
    return bench.isVirtual()
        ? new StateFolder(Path.of(System.getProperty("kitproof.state", "target/state")))
        : StateFolder.ofUser(environment);
  }

  private static Stream<DynamicTest> aside(List<Quarantined> all) {
    return all.stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.scenario().name() + " (" + one.scenario().place() + ")",
                    () -> {
                      throw new TestAbortedException(one.words());
                    }));
  }

  private static List<String> features() {
    String named = System.getProperty("kitproof.features", "");
    return named.isEmpty() ? List.of() : List.of(named.split(",", -1));
  }

  private static Map<String, List<ScenarioRecord>> byFeature(RunRecord run) {
    return run.scenarios().stream()
        .collect(
            Collectors.groupingBy(
                ScenarioRecord::featureTitle, LinkedHashMap::new, Collectors.toList()));
  }

  private static Stream<DynamicTest> tests(List<ScenarioRecord> scenarios) {
    return scenarios.stream()
        .map(s -> DynamicTest.dynamicTest(s.name() + " (" + s.place() + ")", () -> say(s)));
  }

  private static void say(ScenarioRecord scenario) {
    String why = scenario.cause().map(Cause::text).orElse("");
    String what = scenario.verdict() + " " + scenario.place() + " " + scenario.name() + ": " + why;
    switch (scenario.verdict()) {
      case PASSED -> {}
      case NOT_RUN -> throw new TestAbortedException(what);
      case FAILED, FLAKY -> throw new AssertionError(what);
      // An error, not a failure, for whoever reads the build's XML.
      case RIG -> throw new IllegalStateException(what);
    }
  }
}
