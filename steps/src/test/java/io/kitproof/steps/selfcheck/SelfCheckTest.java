package io.kitproof.steps.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.fixtures.benchfile.BenchFile;
import io.kitproof.reports.Verdict;
import io.kitproof.reports.matrix.Matrix;
import io.kitproof.reports.matrix.Row;
import io.kitproof.steps.selfcheck.Accusations.Count;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a bench of one kit without a cloud, which is soon done. */
final class SelfCheckTest {
  private static final BenchFile BENCH =
      BenchFile.parse(
          """
          bench: lonely
          virtual: {clock: 10}
          boards:
            presses: {family: numato, virtual: true, channels: 8}
          kits:
            publisher:
              firmware: {app: publisher, profile: wiced41}
              virtual: true
              buttons: {MB1: presses/0}
          """,
          "lonely.yaml");

  private static String feature(Path folder, String says) throws Exception {
    return Files.write(
            folder.resolve("start.feature"),
            List.of(
                "Feature: Start",
                "  @needs-publisher",
                "  Scenario: It starts",
                "    When I restart the publisher",
                "    Then the publisher says \"" + says + "\" within 3 seconds"))
        .toString();
  }

  @Test
  void each_trial_is_a_row_and_a_line(@TempDir Path folder) throws Exception {
    List<String> told = new ArrayList<>();

    Matrix matrix =
        new SelfCheck(BENCH, new Trials(List.of(feature(folder, "Starting WICED")), false), 4)
            .run(told::add);

    Row control = matrix.rows().get(0);
    assertThat(control.cells()).hasSize(1);
    assertThat(control.complaints()).isEmpty();
    assertThat(matrix.complaints())
        .contains("publisher:wrong-topic survives: no scenario failed.")
        .noneMatch(text -> text.contains("A kit was accused"));
    assertThat(told).hasSize(matrix.rows().size());
    assertThat(told.get(told.size() - 1))
        .startsWith(told.size() + " of " + told.size() + ", about 0 s left: ");
  }

  @Test
  void accusations_are_counted_and_told_with_their_seed(@TempDir Path folder) throws Exception {
    Count innocent =
        new Accusations(BENCH, List.of(feature(folder, "Starting WICED")), 3, 2).count(line -> {});
    Count accused =
        new Accusations(BENCH, List.of(feature(folder, "Good morning")), 1, 1).count(line -> {});

    assertThat(innocent.wrong()).isEmpty();
    assertThat(innocent.text())
        .isEqualTo("3 runs of correct kits: 0 scenarios accused one, 0 blamed the bench, 3 passed");
    assertThat(accused.verdicts()).containsEntry(Verdict.FAILED, 1);
    assertThat(accused.wrong().get(0))
        .startsWith("seed 1, start.feature:3 \"It starts\": The console of publisher should");
  }
}
