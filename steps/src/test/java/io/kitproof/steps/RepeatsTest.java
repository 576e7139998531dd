package io.kitproof.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.core.feature.FeatureWithLines;
import io.kitproof.reports.Cause;
import io.kitproof.reports.Judgement;
import io.kitproof.reports.Recording;
import io.kitproof.reports.ScenarioRecord;
import io.kitproof.reports.Verdict;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RepeatsTest {
  private final Map<FeatureWithLines, ScenarioRecord> ran = new LinkedHashMap<>();

  private void ran(int line, Verdict verdict, String... codes) {
    Optional<Cause> cause =
        codes.length == 0
            ? Optional.empty()
            : Optional.of(new Cause(codes[0], "It failed.", List.of(codes)));
    Recording nothing = new Recording("", 0, Instant.EPOCH, List.of());
    ran.put(
        place(line),
        new ScenarioRecord(
            "f.feature",
            "F",
            "scenario " + line,
            line,
            new Judgement(verdict, cause),
            Duration.ZERO,
            List.of(),
            nothing));
  }

  private static FeatureWithLines place(int line) {
    return FeatureWithLines.create(URI.create("file:f.feature"), List.of(line));
  }

  @Test
  void what_the_bench_failed_is_repeated_and_what_a_kit_failed_is_not() {
    ran(1, Verdict.RIG, Cause.BENCH);
    ran(2, Verdict.RIG, Cause.AUTHOR);
    ran(3, Verdict.FAILED, "unknown");
    ran(4, Verdict.PASSED);

    assertThat(new Repeats(false).of(ran)).containsExactly(place(1));
  }

  @Test
  void failure_that_nothing_explains_is_to_be_confirmed() {
    ran(1, Verdict.FAILED, "unknown");
    ran(2, Verdict.FAILED, "unknown");
    ran(3, Verdict.FAILED, Cause.KIT);

    assertThat(new Repeats(true).of(ran)).containsExactly(place(1), place(2), place(3));
  }

  @Test
  void failure_whose_cause_stands_alone_is_to_be_confirmed() {
    ran(1, Verdict.FAILED, "qos-0");
    ran(2, Verdict.PASSED);

    assertThat(new Repeats(true).of(ran)).containsExactly(place(1));
  }

  @Test
  void failures_that_name_one_cause_confirm_each_other() {
    ran(1, Verdict.FAILED, "no-toggle", "on-first");
    ran(2, Verdict.FAILED, "on-first");
    ran(3, Verdict.FAILED, "wrong-topic");

    assertThat(new Repeats(true).of(ran)).containsExactly(place(3));
  }
}
