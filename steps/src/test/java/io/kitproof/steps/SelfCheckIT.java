package io.kitproof.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.fixtures.benchfile.BenchFile;
import io.kitproof.reports.matrix.Matrix;
import io.kitproof.reports.matrix.MatrixFolder;
import io.kitproof.reports.matrix.Row;
import io.kitproof.steps.selfcheck.Accusations;
import io.kitproof.steps.selfcheck.SelfCheck;
import io.kitproof.steps.selfcheck.Trials;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The proof that the course catches what it should, {@code mvn verify -Pself-check}: every mistake
 * fails a scenario and is named, no fault of the bench and no correct kit is ever accused. {@code
 * -Dself-check=full} has every trial meet every scenario.
 */
final class SelfCheckIT {
  private final BenchFile bench = BenchFile.load("virtual");
  private final int atOnce = Integer.getInteger("self-check.at-once", SelfCheck.AT_ONCE);

  @TestFactory
  Stream<DynamicTest> every_mistake_is_caught_and_named_and_nobody_else_is_accused()
      throws IOException {
    boolean every = System.getProperty("self-check", "").equals("full");
    Path out = Path.of(System.getProperty("self-check.out", "target/self-check"));

    Matrix matrix =
        new SelfCheck(bench, new Trials(List.of(), every), atOnce).run(SelfCheckIT::tell);
    Path page = MatrixFolder.write(matrix, out, ZoneId.systemDefault());

    tell("the matrix is " + page);
    return matrix.rows().stream()
        .map(row -> DynamicTest.dynamicTest(row.trial().name(), () -> check(row)));
  }

  private static void check(Row row) {
    assertThat(row.complaints()).as(row.trial().name() + " " + row.trial().text()).isEmpty();
  }

  @Test
  void each_then_has_been_seen_failing() throws Exception {
    var run =
        CourseRun.on(bench).only(List.of(Snippets.path("every_then.feature"))).run(Progress.none());

    assertThat(EveryThen.neverSeenFailing(run)).isEmpty();
  }

  @Test
  void no_correct_kit_is_accused_however_often_it_runs() {
    int runs = Integer.getInteger("self-check.accusations", 0);
    Assumptions.assumeTrue(runs > 0, "Ask for runs with -Dself-check.accusations=500.");

    Accusations.Count count =
        new Accusations(bench, CourseRun.featureNames().stream().skip(1).toList(), runs, atOnce)
            .count(SelfCheckIT::tell);

    tell(count.text());
    assertThat(count.wrong()).isEmpty();
  }

  /** Whoever waits for minutes wants to know for what. */
  private static void tell(String line) {
    System.err.println("self-check: " + line);
  }
}
