package io.kitproof.reports.matrix;

import static io.kitproof.reports.matrix.Tried.BOUNCE;
import static io.kitproof.reports.matrix.Tried.TOPIC;
import static io.kitproof.reports.matrix.Tried.failed;
import static io.kitproof.reports.matrix.Tried.passed;
import static io.kitproof.reports.matrix.Tried.rig;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RowTest {
  private static List<String> complaints(Trial trial, Cell... cells) {
    return new Row(trial, List.of(cells)).complaints();
  }

  @Test
  void a_mistake_that_is_caught_and_named_is_as_it_should_be() {
    assertThat(complaints(TOPIC, passed(7), failed(14, "wrong-topic"))).isEmpty();
    assertThat(complaints(TOPIC, failed(7, "topics-differ", "wrong-topic"))).isEmpty();
    assertThat(complaints(TOPIC, failed(7, "unknown"), failed(14, "wrong-topic"))).isEmpty();
  }

  @Test
  void a_mistake_that_no_scenario_fails_for_survives() {
    assertThat(complaints(TOPIC, passed(7), rig(14)))
        .containsExactly("publisher:wrong-topic survives: no scenario failed.");
  }

  @Test
  void a_mistake_that_is_never_named_is_a_complaint() {
    assertThat(complaints(TOPIC, failed(7, "unknown")))
        .containsExactly("publisher:wrong-topic is caught, but no scenario names it.");
  }

  @Test
  void a_mistake_that_is_taken_for_another_is_a_complaint_once_for_each_other() {
    assertThat(
            complaints(
                TOPIC,
                failed(7, "wrong-topic"),
                failed(14, "no-toggle"),
                failed(20, "no-toggle"),
                failed(30, "qos-0", "no-toggle")))
        .containsExactly(
            "publisher:wrong-topic is taken for no-toggle by 05_pair.feature:14,"
                + " 05_pair.feature:20; the first said: LED1 <stayed> off | dark.",
            "publisher:wrong-topic is taken for qos-0 or no-toggle by 05_pair.feature:30; the first"
                + " said: LED1 <stayed> off | dark.");
  }

  @Test
  void a_fault_of_the_bench_may_do_anything_but_accuse_a_kit() {
    assertThat(complaints(BOUNCE, passed(7), rig(14))).isEmpty();
    assertThat(complaints(BOUNCE, failed(7, "both-edges")))
        .containsExactly(
            "A kit was accused of bouncing-relay: 05_pair.feature:7 \"scenario 7\" failed and named"
                + " both-edges: LED1 <stayed> off | dark.");
  }

  @Test
  void where_nothing_is_wrong_everything_passes() {
    assertThat(complaints(Trial.control(), passed(7))).isEmpty();
    assertThat(complaints(Trial.control(), passed(7), rig(14)))
        .containsExactly(
            "Nothing was wrong, but 05_pair.feature:14 \"scenario 14\" rig and named bench: It is"
                + " stuck.");
  }

  @Test
  void a_trial_without_a_scenario_proves_nothing() {
    assertThat(complaints(TOPIC)).containsExactly("publisher:wrong-topic met no scenario.");
  }
}
