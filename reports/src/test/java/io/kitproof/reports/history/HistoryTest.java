package io.kitproof.reports.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kitproof.reports.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class HistoryTest {
  private static List<Entry> together(List<Entry> some, List<Entry> more) {
    List<Entry> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  @Test
  void what_fails_on_one_bench_and_hardly_elsewhere_makes_that_bench_suspect() {
    String text =
        Told.text(
            together(
                Told.some("bench-2", "A press", 14, 200),
                Told.some("bench-1", "A press", 3, 1000)));

    assertThat(text)
        .startsWith(
            """
            1200 scenarios in 1000 runs since 2026-11-01T00:00:00Z.
              bench-1: in trouble 0.3 % (3 of 1000); 997 passed, 3 failed, 0 rig, 0 flaky
              bench-2: in trouble 7 % (14 of 200); 186 passed, 14 failed, 0 rig, 0 flaky

            Hardly by chance
              bench-2: "A press" is in trouble in 7 % (14 of 200), elsewhere in 0.3 % (3 of 1000): suspect the bench (chance: p < 0.0001).
              bench-2: presses/1 (MB2 of publisher) is in trouble in 7 % (14 of 200), elsewhere in 0.3 % (3 of 1000): suspect the bench (chance: p < 0.0001).
            """);
  }

  @Test
  void small_numbers_accuse_nobody() {
    assertThat(
            Told.text(
                together(
                    Told.some("bench-2", "A press", 2, 12), Told.some("b1", "A press", 0, 900))))
        .doesNotContain("suspect");
    assertThat(
            Told.text(
                together(
                    Told.some("bench-2", "A press", 9, 9), Told.some("b1", "A press", 0, 900))))
        .doesNotContain("suspect");
    assertThat(
            Told.text(
                together(Told.some("bench-2", "A press", 9, 90), Told.some("b1", "A press", 0, 9))))
        .doesNotContain("suspect");
    assertThat(Told.text(Told.some("bench-2", "A press", 50, 100))).doesNotContain("suspect");
  }

  @Test
  void what_chance_may_explain_accuses_nobody() {
    assertThat(
            Told.text(
                together(
                    Told.some("bench-2", "A press", 5, 50), Told.some("b1", "A press", 4, 50))))
        .doesNotContain("suspect");
  }

  @Test
  void what_never_works_on_one_bench_may_be_its_kit() {
    assertThat(
            Told.text(
                together(
                    Told.some("bench-2", "A press", 50, 50), Told.some("b1", "A press", 0, 50))))
        .contains(
            "bench-2: \"A press\" is in trouble in 100 % (50 of 50), elsewhere in 0 % (0 of 50):"
                + " suspect the bench or its kit");
  }

  @Test
  void what_was_broken_on_purpose_counts_for_nothing() {
    List<Entry> staged =
        Told.some("bench-2", "A press", 50, 50).stream()
            .map(e -> Told.marked(e, true, false))
            .toList();

    String text = Told.text(together(staged, Told.some("b1", "A press", 0, 50)));

    assertThat(text)
        .doesNotContain("suspect")
        .contains("50 more with a mistake or a fault made on purpose are not counted.");
  }

  @Test
  void parts_that_were_blamed_are_counted_by_bench() {
    List<Entry> entries = new ArrayList<>(Told.some("bench-2", "A press", 0, 48));
    entries.add(Told.blaming(entries.get(0), "eyes", Verdict.RIG));
    entries.add(Told.blaming(entries.get(1), "eyes", Verdict.FLAKY));

    assertThat(Told.text(entries))
        .contains(
            """
            Parts of a bench that were blamed
              eyes of bench-2: 4 % (2 of 50); 1 rig, 1 flaky
            """)
        .contains(
            """
            Scenarios in trouble, the newest outcome at the right
              A press (05_pair.feature) on bench-2
                4 % (2 of 50); 48 passed, 0 failed, 1 rig, 1 flaky; causes: bench 2
                ....................
            """);
  }

  @Test
  void a_quarantined_scenario_that_passed_twenty_times_in_a_row_can_come_out() {
    List<Entry> entries =
        new ArrayList<>(
            Told.some("bench-2", "A press", 0, 20).stream()
                .map(e -> Told.marked(e, false, true))
                .toList());

    assertThat(Told.text(entries))
        .contains("Quarantine that can end\n  A press passed the last 20 times.\n");

    entries.set(19, Told.marked(Told.entry(19, "bench-2", "A press", Verdict.FAILED), false, true));
    assertThat(Told.text(entries)).doesNotContain("Quarantine");
    assertThat(Told.text(Told.some("bench-2", "A press", 0, 20))).doesNotContain("Quarantine");
  }

  @Test
  void one_bench_is_compared_with_the_others_although_only_it_is_shown() throws Exception {
    History history =
        new History(
            Told.SINCE,
            together(
                Told.some("bench-2", "A press", 14, 200), Told.some("bench-1", "A press", 3, 1000)),
            List.of("2026-11.jsonl:17"));

    Rendered record = history.record(Optional.of("a PRESS"), Optional.of("bench-2"));
    JsonNode json = new ObjectMapper().readTree(record.json());

    assertThat(json.at("/scenarios").asInt()).isEqualTo(200);
    assertThat(json.at("/benches")).hasSize(1);
    assertThat(json.at("/suspects/0/elsewhere/judged").asInt()).isEqualTo(1000);
    assertThat(json.at("/suspects/1/wire").asText()).isEqualTo("presses/1");
    assertThat(record.text())
        .endsWith("\n1 line was skipped, for it is no whole entry: 2026-11.jsonl:17.\n");
    assertThat(
            new ObjectMapper()
                .readTree(history.record(Optional.of("other"), Optional.empty()).json())
                .at("/scenarios")
                .asInt())
        .isZero();
  }
}
