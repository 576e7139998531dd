package io.kitproof.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.boards.RigException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ScenarioRecordTest {
  private static final Judgement RIG =
      Judgement.of(RigException.absent("eyes", Path.of("/dev/ttyUSB0")), Sample.recording());

  private static ScenarioRecord attempt(Judgement judgement) {
    return Sample.scenario("Lights up", 9, judgement, Sample.recording());
  }

  @Test
  void passing_on_a_repeat_is_flaky_for_the_first_cause() {
    ScenarioRecord first = attempt(RIG);

    ScenarioRecord repeated = first.repeatedBy(attempt(Sample.passed()));

    assertThat(repeated.verdict()).isEqualTo(Verdict.FLAKY);
    assertThat(repeated.cause()).isEqualTo(first.cause());
    assertThat(repeated.attempts()).containsExactly(first, repeated);
  }

  @Test
  void any_other_repeat_proves_what_it_proves() {
    assertThat(attempt(RIG).repeatedBy(attempt(Sample.failed())).judgement())
        .isEqualTo(Sample.failed());
    assertThat(attempt(RIG).repeatedBy(attempt(RIG)).judgement()).isEqualTo(RIG);
  }

  @Test
  void what_the_kit_was_found_guilty_of_is_confirmed_by_what_could_be_either() {
    ScenarioRecord first = attempt(judged(Verdict.FAILED, "no-release"));
    Judgement either = judged(Verdict.RIG, "bouncing-contact", "no-release");

    assertThat(first.repeatedBy(attempt(either)).judgement()).isEqualTo(first.judgement());
    assertThat(attempt(either).repeatedBy(attempt(either)).judgement()).isEqualTo(either);
    assertThat(first.repeatedBy(attempt(RIG)).judgement()).isEqualTo(RIG);
  }

  private static Judgement judged(Verdict verdict, String... codes) {
    return new Judgement(
        verdict, Optional.of(new Cause(codes[0], "It stayed off.", List.of(codes))));
  }

  @Test
  void only_the_benchs_own_failure_asks_for_a_repeat() {
    assertThat(RIG.benchFailed()).isTrue();
    assertThat(Judgement.author("No such step.").benchFailed()).isFalse();
    assertThat(Sample.failed().benchFailed()).isFalse();
    assertThat(Judgement.flaky(RIG.cause().orElseThrow()).benchFailed()).isFalse();
  }
}
