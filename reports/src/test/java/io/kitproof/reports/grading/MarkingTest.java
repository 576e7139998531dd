package io.kitproof.reports.grading;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.reports.Judgement;
import io.kitproof.reports.ScenarioRecord;
import io.kitproof.reports.grading.Mark.Outcome;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MarkingTest {
  private static Mark mark(String points, boolean partial, ScenarioRecord... scenarios) {
    return new Marking((item, scenario) -> true)
        .of(Marked.item(points, partial), List.of(scenarios));
  }

  @Test
  void all_that_passed_earn_all() {
    Mark mark = mark("4", true, Marked.passed(1), Marked.passed(2));

    assertThat(mark.points()).isEqualTo(new BigDecimal("4"));
    assertThat(mark.full()).isTrue();
    assertThat(mark.seen()).isEqualTo("2 of 2 scenarios passed");
    assertThat(mark.hint()).isEmpty();
  }

  @Test
  void each_that_passes_earns_its_share() {
    Mark mark =
        mark("4", true, Marked.passed(1), Marked.failed(2, "no-toggle"), Marked.failed(3, "qos-0"));

    assertThat(mark.points()).isEqualTo(new BigDecimal("1.33"));
    assertThat(mark.failed()).containsExactly("scenario 2", "scenario 3");
    assertThat(mark.hint()).isEqualTo("press it");
  }

  @Test
  void without_partial_credit_it_is_all_or_nothing() {
    assertThat(mark("4", false, Marked.passed(1), Marked.failed(2, "qos-0")).points())
        .isEqualTo(BigDecimal.ZERO);
    assertThat(mark("4", false, Marked.passed(1)).points()).isEqualTo(new BigDecimal("4"));
  }

  @Test
  void bench_that_failed_costs_nobody_a_point() {
    Mark mark = mark("4", true, Marked.failed(1, "qos-0"), Marked.rig(2));

    assertThat(mark.outcome()).isEqualTo(Outcome.RIG);
    assertThat(mark.seen()).isEqualTo("the bench failed, also when it was repeated");
    Grade grade = new Grade("ada", "Ada", List.of(), List.of(mark), List.of(), List.of());
    assertThat(grade.of()).isEqualTo(BigDecimal.ZERO);
    assertThat(grade.standing()).isEqualTo(Grade.Standing.RIG);
  }

  @Test
  void what_can_not_run_on_the_bench_does_not_count() {
    ScenarioRecord skipped = Marked.with(2, Judgement.notRun("This bench has no kit \"x\"."));

    assertThat(mark("4", true, Marked.passed(1), skipped).points()).isEqualTo(new BigDecimal("4"));
    assertThat(mark("4", true, skipped).outcome()).isEqualTo(Outcome.NOT_POSSIBLE);
  }

  @Test
  void what_passed_on_a_repeat_passed() {
    ScenarioRecord flaky = Marked.failed(1, "unknown").repeatedBy(Marked.passed(1));

    assertThat(mark("4", true, flaky).full()).isTrue();
  }

  @Test
  void scenarios_of_other_items_do_not_count() {
    Mark mark =
        new Marking((item, scenario) -> scenario.line() == 1)
            .of(Marked.item("4", true), List.of(Marked.passed(1), Marked.failed(2, "qos-0")));

    assertThat(mark.full()).isTrue();
  }

  @Test
  void share_of_an_answer_earns_its_share() {
    assertThat(Marking.shared(Marked.item("3", true), 0.5, "half").points())
        .isEqualTo(new BigDecimal("1.5"));
    assertThat(Marking.shared(Marked.item("3", false), 0.5, "half").points())
        .isEqualTo(BigDecimal.ZERO);
    assertThat(Marking.shared(Marked.item("3", false), 1, "all").full()).isTrue();
  }
}
