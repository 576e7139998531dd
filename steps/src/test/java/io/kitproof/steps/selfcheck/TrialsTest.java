package io.kitproof.steps.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.boards.kit.App;
import io.kitproof.boards.kit.Mistake;
import io.kitproof.fixtures.BenchOptions;
import io.kitproof.fixtures.RigFault;
import io.kitproof.fixtures.benchfile.BenchFile;
import io.kitproof.reports.matrix.Trial;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TrialsTest {
  private static final BenchFile BENCH = BenchFile.load("virtual");

  private static List<TrialRun> all(boolean every) {
    return new Trials(List.of(), every).on(BENCH);
  }

  private static TrialRun named(String name, boolean every) {
    return all(every).stream().filter(run -> run.trial().name().equals(name)).findFirst().get();
  }

  @Test
  void nothing_wrong_comes_first_then_each_fault_then_each_mistake_of_each_kit() {
    int mistakes =
        Mistake.of(App.PUBLISHER).size()
            + Mistake.of(App.SUBSCRIBER).size()
            + Mistake.of(App.SHADOW).size();

    List<TrialRun> runs = all(false);

    assertThat(runs).hasSize(1 + mistakes + RigFault.values().length);
    assertThat(runs.get(0).trial()).isEqualTo(Trial.control());
    assertThat(runs.get(0).course().tags()).isEmpty();
    assertThat(runs.get(1).trial().name()).isEqualTo("stuck-relay");
    assertThat(runs.get(runs.size() - 1).trial().kit()).contains("lightbulb");
  }

  @Test
  void a_mistake_meets_what_needs_its_kit_and_a_fault_what_needs_the_first_button() {
    TrialRun mistake = named("publisher:wrong-topic", false);
    TrialRun fault = named("stuck-relay", false);

    assertThat(mistake.course().tags()).contains("@needs-publisher");
    assertThat(mistake.course().options())
        .isEqualTo(BenchOptions.none().withMistake("publisher", Mistake.WRONG_TOPIC));
    assertThat(fault.course().tags()).contains("@needs-publisher");
    assertThat(fault.course().options().fault()).contains(RigFault.STUCK_RELAY);
  }

  @Test
  void unless_told_otherwise_every_feature_is_tried_not_the_exercises_alone() {
    assertThat(all(false))
        .allSatisfy(
            run -> assertThat(run.course().features()).contains("05_pair", "device_advisor/tls"));
    assertThat(new Trials(List.of("05_pair"), false).on(BENCH))
        .allSatisfy(run -> assertThat(run.course().features()).containsExactly("05_pair"));
  }

  @Test
  void in_full_each_trial_meets_every_scenario() {
    assertThat(all(true)).allSatisfy(run -> assertThat(run.course().tags()).isEmpty());
  }

  @Test
  void without_a_cloud_nobody_makes_mistakes_in_it() {
    BenchFile cloudless =
        BenchFile.parse(
            """
            bench: cloudless
            boards:
              presses: {family: numato, virtual: true, channels: 8}
            kits:
              publisher:
                firmware: {app: publisher, profile: wiced41}
                virtual: true
                buttons: {MB1: presses/0}
            """,
            "cloudless.yaml");

    List<String> names =
        new Trials(List.of(), false).on(cloudless).stream().map(run -> run.trial().name()).toList();

    assertThat(cloudless.cloud()).isEqualTo(Optional.empty());
    assertThat(names)
        .contains("publisher:wrong-topic")
        .doesNotContain("publisher:inactive-certificate");
  }
}
