package io.kitproof.reports.grading;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.reports.ScenarioRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CausesTest {
  private static List<String> codes(ScenarioRecord... scenarios) {
    return Causes.of(List.of(scenarios)).stream().map(NamedCause::codes).toList();
  }

  @Test
  void nothing_is_named_where_nothing_failed() {
    assertThat(codes(Marked.passed(1), Marked.rig(2))).isEmpty();
  }

  @Test
  void cause_that_explains_most_is_named_first() {
    assertThat(
            codes(
                Marked.failed(1, "qos-0"),
                Marked.failed(2, "wrong-topic", "topics-differ"),
                Marked.failed(3, "wrong-topic")))
        .containsExactly("wrong-topic", "qos-0");
  }

  @Test
  void variant_of_a_mistake_is_no_second_one() {
    assertThat(
            codes(
                Marked.failed(1, "both-edges"),
                Marked.failed(2, "both-edges"),
                Marked.failed(3, "no-release")))
        .containsExactly("both-edges");
  }

  @Test
  void causes_that_explain_the_same_are_named_side_by_side() {
    assertThat(codes(Marked.failed(1, "on-first", "swapped-payload")))
        .containsExactly("on-first or swapped-payload");
  }

  @Test
  void scenario_that_nothing_explains_is_put_down_to_what_explains_the_others() {
    assertThat(codes(Marked.failed(1, "unknown"), Marked.failed(2, "wrong-led")))
        .containsExactly("wrong-led");
  }

  @Test
  void where_nothing_explains_anything_it_is_unknown() {
    assertThat(codes(Marked.failed(1, "unknown"))).containsExactly("unknown");
    assertThat(Causes.of(List.of(Marked.failed(1, "unknown"))).get(0).words())
        .isEqualTo(
            "it does not do what it should; nothing that was seen points to a mistake on the list");
  }

  @Test
  void cause_is_told_in_plain_words_with_what_was_said_of_it() {
    NamedCause cause = Causes.of(List.of(Marked.failed(1, "wrong-led"))).get(0);

    assertThat(cause.words()).isEqualTo("the kit switches the base board's LED");
    assertThat(cause.explanations())
        .extracting(explanation -> explanation.text() + " " + explanation.hint())
        .containsExactly("It is wrong-led. mend wrong-led");
  }
}
