package io.kitproof.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.boards.RigException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class JudgementTest {
  private static final RigException ABSENT = RigException.absent("eyes", Path.of("/dev/ttyUSB0"));
  private static final String ABSENT_TEXT =
      """
      eyes has no port: /dev/ttyUSB0 does not exist.
        next: plug eyes in, or correct its port in the bench file; ls /dev/serial/by-id shows what is there""";
  private static final Recording QUIET = Sample.recording();

  @Test
  void nothing_thrown_on_a_quiet_bench_is_a_pass() {
    assertThat(Judgement.of(QUIET)).isEqualTo(new Judgement(Verdict.PASSED, Optional.empty()));
  }

  @Test
  void nothing_thrown_on_a_bench_in_trouble_is_the_rigs() {
    Judgement judged = Judgement.of(Sample.recording(Sample.trouble(1, ABSENT)));

    assertThat(judged).isEqualTo(rig(Cause.BENCH, ABSENT_TEXT));
  }

  @Test
  void an_assertion_is_the_kits_with_its_whole_message() {
    Judgement judged = Judgement.of(new AssertionError("It stayed off.\n  next  look"), QUIET);

    assertThat(judged.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(judged.cause()).contains(new Cause("kit", "It stayed off.\n  next  look"));
  }

  @Test
  void a_rig_exception_is_the_rigs_however_deep() {
    AssertionError wrapped = new AssertionError("It stayed off.", new RuntimeException(ABSENT));
    AssertionError beside = new AssertionError("It stayed off.");
    beside.addSuppressed(ABSENT);
    String both = ABSENT_TEXT + "\n\nThis is how it showed:\nIt stayed off.";

    assertThat(Judgement.of(ABSENT, QUIET)).isEqualTo(rig(Cause.BENCH, ABSENT_TEXT));
    assertThat(Judgement.of(wrapped, QUIET)).isEqualTo(rig(Cause.BENCH, both));
    assertThat(Judgement.of(beside, QUIET)).isEqualTo(rig(Cause.BENCH, both));
  }

  @Test
  void an_assertion_on_a_bench_in_trouble_is_the_rigs() {
    Recording troubled = Sample.recording(Sample.trouble(1, ABSENT));

    assertThat(Judgement.of(new AssertionError("It stayed off."), troubled))
        .isEqualTo(rig(Cause.BENCH, ABSENT_TEXT + "\n\nThis is how it showed:\nIt stayed off."));
  }

  @Test
  void causes_that_go_in_a_circle_end() {
    RuntimeException one = new RuntimeException("one");
    one.addSuppressed(new RuntimeException("two", one));

    assertThat(Judgement.of(one, QUIET).verdict()).isEqualTo(Verdict.RIG);
  }

  @Test
  void a_strangers_exception_is_the_authors_with_its_place() {
    Judgement judged = Judgement.of(new IllegalArgumentException("no such month"), QUIET);

    assertThat(judged.verdict()).isEqualTo(Verdict.RIG);
    assertThat(judged.cause().orElseThrow().code()).isEqualTo("test-or-bench-file");
    assertThat(judged.cause().orElseThrow().text())
        .startsWith(
            "java.lang.IllegalArgumentException: no such month\n"
                + "  at io.kitproof.reports.JudgementTest.a_strangers_exception_")
        .hasLineCount(9);
  }

  @Test
  void an_undefined_step_is_the_authors() {
    assertThat(Judgement.author("No step says \"I dance\"."))
        .isEqualTo(rig("test-or-bench-file", "No step says \"I dance\"."));
  }

  @Test
  void what_was_left_out_is_not_run_and_says_why() {
    assertThat(Judgement.notRun("Needs a virtual kit; publisher is real."))
        .isEqualTo(
            new Judgement(
                Verdict.NOT_RUN,
                Optional.of(new Cause("skipped", "Needs a virtual kit; publisher is real."))));
  }

  @Test
  void a_stopped_wait_is_not_run() throws Exception {
    var timeline = new io.kitproof.fixtures.timeline.Timeline();
    var window =
        io.kitproof.fixtures.timeline.Window.after(timeline.stimulus(), Duration.ofSeconds(20));
    Thread.currentThread().interrupt();
    Judgement judged = Sample.passed();

    try {
      assertThat(timeline.ask(window, o -> null)).isEmpty();
    } catch (RuntimeException e) {
      judged = Judgement.of(e, QUIET);
    }

    assertThat(Thread.interrupted()).isTrue();
    assertThat(judged)
        .isEqualTo(
            new Judgement(
                Verdict.NOT_RUN,
                Optional.of(new Cause("stopped", "The run was stopped while waiting."))));
  }

  private static Judgement rig(String code, String text) {
    Cause cause = code.equals(Cause.BENCH) ? Cause.ofPart("eyes", text) : new Cause(code, text);
    return new Judgement(Verdict.RIG, Optional.of(cause));
  }
}
