package io.kitproof.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ExitCodeTest {
  private static int code(boolean interrupted, Verdict... verdicts) {
    List<ScenarioRecord> scenarios =
        Arrays.stream(verdicts)
            .map(v -> new Judgement(v, Optional.empty()))
            .map(j -> Sample.scenario("press", 1, j, Sample.recording()))
            .toList();
    return new RunRecord("b", "none", Sample.BEGAN, scenarios, interrupted).exitCode().code();
  }

  @Test
  void the_worst_verdict_decides() {
    assertThat(code(false, Verdict.PASSED, Verdict.NOT_RUN)).isEqualTo(0);
    assertThat(code(false, Verdict.PASSED, Verdict.FLAKY)).isEqualTo(4);
    assertThat(code(false, Verdict.FLAKY, Verdict.RIG, Verdict.PASSED)).isEqualTo(3);
    assertThat(code(false, Verdict.RIG, Verdict.FLAKY, Verdict.FAILED)).isEqualTo(1);
  }

  @Test
  void a_stopped_run_never_claims_that_all_passed() {
    assertThat(code(true, Verdict.PASSED)).isEqualTo(130);
    assertThat(code(true, Verdict.PASSED, Verdict.FAILED)).isEqualTo(1);
  }
}
