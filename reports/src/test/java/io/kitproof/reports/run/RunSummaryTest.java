package io.kitproof.reports.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.reports.Judgement;
import io.kitproof.reports.RunRecord;
import io.kitproof.reports.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RunSummaryTest {
  private static final RunRecord RUN =
      Sample.run(
          Sample.scenario("A press puts it out", 9, Sample.passed(), Sample.recording()),
          Sample.scenario("A press lights it", 14, Sample.failed(), Sample.recording()),
          Sample.scenario(
              "Wrong CA", 20, Judgement.notRun("Needs a virtual kit."), Sample.recording()),
          Sample.scenario(
              "No CA", 26, Judgement.notRun("Needs a virtual kit."), Sample.recording()));

  @Test
  void it_says_what_failed_and_why_what_was_left_out_and_where_the_report_is() {
    assertThat(RunSummary.of(RUN, "target/kitproof/index.html", false))
        .isEqualTo(
            """
            FAILED  A press lights it
              05_two_kits.feature:14, 3.06 s
                LED1 of subscriber should turn on within 2000 ms, but stayed off.
                  expected  LED1 of subscriber turns on at +0.0 ms to +2000.0 ms
                  seen      off in all 100 samples over 2014 ms
                            +4.6 ms  subscriber console: light on
                  evidence  the timeline of this scenario, from t=1.000 s on
                  next      kitproof doctor subscriber

            2 not run  Needs a virtual kit.

            4 scenarios on lab-3 in 6.13 s: 1 passed, 1 failed, 2 not run
            Report: target/kitproof/index.html
            """);
  }

  @Test
  void what_passed_with_warnings_says_so_and_counts_as_passed() {
    RunRecord run =
        Sample.run(
            Sample.scenario(
                "A press lights it", 9, Sample.passed(), Sample.recording(Sample.press(true))),
            Sample.scenario(
                "A press puts it out", 14, Sample.failed(), Sample.recording(Sample.press(true))));

    assertThat(RunSummary.of(run, "r", false))
        .contains(
            """
            warning  A press lights it (05_two_kits.feature:9)
                The registry: its policies allow anything

            2 scenarios on lab-3 in 6.13 s: 1 passed (1 with warnings), 1 failed
            """);
    assertThat(RunSummary.of(run, "r", true)).contains("\u001b[33mwarning\u001b[0m  A press");
  }

  @Test
  void colours_come_only_when_asked_for() {
    assertThat(RunSummary.of(RUN, "r", false)).doesNotContain("\u001b");
    assertThat(RunSummary.of(RUN, "r", true))
        .startsWith("\u001b[1;31mFAILED\u001b[0m  A press lights it\n")
        .contains("\u001b[32m1 passed\u001b[0m, \u001b[1;31m1 failed\u001b[0m, ")
        .contains("\u001b[2m2 not run\u001b[0m");
  }

  @Test
  void what_a_kit_printed_cannot_steer_the_terminal() {
    var failure = Judgement.of(new AssertionError("seen \u001b]0;owned\u0007"), Sample.recording());
    RunRecord run = Sample.run(Sample.scenario("x\u001b[2J", 1, failure, Sample.recording()));

    assertThat(RunSummary.of(run, "r", false)).doesNotContain("\u001b").contains("seen \\x1B]0;");
  }

  @Test
  void what_passed_only_just_is_told() {
    var close =
        Sample.recording(
            Sample.measured(1, "boot", 50, 0),
            Sample.measured(2, "press to LED", 1700, 2000),
            Sample.measured(3, "press to LED", 100, 2000),
            Sample.measured(4, "press to LED", 1900.5, 2000));
    RunRecord run =
        Sample.run(
            Sample.scenario("A press lights it", 9, Sample.passed(), close),
            Sample.scenario("It is quick", 14, Sample.passed(), Sample.recording()));

    assertThat(RunSummary.of(run, "r", false))
        .isEqualTo(
            """
            passed, but marginal: A press lights it
              05_two_kits.feature:9
                press to LED 1900.500 of 2000.000 ms (2 of 3)

            2 scenarios on lab-3 in 6.13 s: 2 passed, 0 failed
            Report: r
            """);
  }

  @Test
  void what_is_quarantined_has_its_own_lines_and_decides_nothing() {
    assertThat(Sample.withQuarantine().exitCode().code()).isZero();
    assertThat(RunSummary.of(Sample.withQuarantine(), "r", false))
        .isEqualTo(
            """
            quarantined  A press lights it (05_two_kits.feature:14)
                It failed: LED1 of subscriber should turn on within 2000 ms, but stayed off. Quarantined by ann until 2026-12-24: relay 1 sticks <b>

            1 scenario on lab-3 in 3.06 s: 1 passed, 0 failed; 1 in quarantine, which decide nothing
            Report: r
            """);
  }

  @Test
  void a_stopped_run_says_so() {
    RunRecord stopped = new RunRecord("lab-3", "local", Sample.BEGAN, List.of(), true);

    assertThat(RunSummary.of(stopped, "r", false))
        .isEqualTo(
            """
            The run was stopped: this is what ran until then.
            0 scenarios on lab-3 in 0.0 ms: 0 passed, 0 failed
            Report: r
            """);
  }
}
