package io.kitproof.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.fixtures.benchfile.BenchFile;
import io.kitproof.reports.Cause;
import io.kitproof.reports.RunRecord;
import io.kitproof.reports.Verdict;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;

/** A check that can't fail proves nothing: each Then is seen failing, with its message. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Isolated("what comes within 300 ms is in its messages")
final class EveryThenFailsTest {
  private RunRecord run = new RunRecord("", "", java.time.Instant.EPOCH, List.of(), false);

  @BeforeAll
  void run_the_snippets() {
    run =
        CourseRun.on(BenchFile.load("virtual"))
            .only(List.of(Snippets.path("every_then.feature")))
            .run(Progress.none());
  }

  @Test
  void each_scenario_fails_with_the_sentence_that_is_its_name() {
    assertThat(run.scenarios()).isNotEmpty();
    assertThat(run.scenarios())
        .allSatisfy(
            s -> {
              assertThat(s.cause().map(Cause::text).orElse("").lines().findFirst())
                  .contains(s.name());
              assertThat(s.verdict()).isEqualTo(Verdict.FAILED);
            });
  }

  @Test
  void each_then_has_a_scenario_in_which_it_fails() throws Exception {
    assertThat(EveryThen.there()).hasSizeGreaterThan(10);
    assertThat(EveryThen.neverSeenFailing(run)).isEmpty();
  }
}
