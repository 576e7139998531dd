package io.kitproof.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.boards.kit.Mistake;
import io.kitproof.fixtures.BenchOptions;
import io.kitproof.fixtures.benchfile.BenchFile;
import io.kitproof.reports.Cause;
import io.kitproof.reports.RunRecord;
import io.kitproof.reports.ScenarioRecord;
import io.kitproof.reports.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A student's mistake makes the right scenarios of the course fail, for the right reason. */
@Execution(ExecutionMode.CONCURRENT)
final class MistakesShowTest {
  private static List<ScenarioRecord> failed(String kit, Mistake mistake, String feature) {
    RunRecord run =
        CourseRun.on(BenchFile.load("virtual"))
            .with(BenchOptions.none().withMistake(kit, mistake))
            .only(List.of(feature))
            .tagged("not @cloud-fault and not @virtual")
            .run(Progress.none());

    assertThat(run.count(Verdict.RIG)).isZero();
    return run.scenarios().stream().filter(s -> s.verdict() == Verdict.FAILED).toList();
  }

  private static String why(ScenarioRecord scenario) {
    return scenario.cause().map(Cause::text).orElse("");
  }

  @Test
  void an_inverted_led_shows_where_a_press_should_switch_the_light() {
    List<ScenarioRecord> failed = failed("subscriber", Mistake.INVERTED_LED, "05");

    assertThat(failed)
        .extracting(ScenarioRecord::name)
        .contains("A press turns the light on, the next one turns it off")
        .doesNotContain("Each kit connects with the certificate it was given");
    assertThat(failed).allSatisfy(s -> assertThat(why(s)).startsWith("LED1 of subscriber should"));
  }

  @Test
  void a_wrong_topic_shows_with_the_topic_that_was_used() {
    List<ScenarioRecord> failed = failed("publisher", Mistake.WRONG_TOPIC, "02");

    assertThat(failed)
        .extracting(ScenarioRecord::name)
        .containsExactly(
            "The first message after a start is LIGHT OFF",
            "Presses alternate",
            "A press before it is ready is lost");
    assertThat(failed)
        .allSatisfy(
            s ->
                assertThat(why(s))
                    .startsWith("The topic demo/bulb should carry \"LIGHT OFF\"")
                    .contains("but nothing came.")
                    .contains("sent PUBLISH WICED_BULB \"LIGHT OFF\""));
  }

  @Test
  void publishing_at_the_press_shows_in_the_long_hold_only() {
    List<ScenarioRecord> failed = failed("publisher", Mistake.NO_RELEASE, "02");

    assertThat(failed)
        .extracting(ScenarioRecord::name)
        .containsExactly("A long hold publishes once, when the button is let go");
    assertThat(why(failed.get(0)))
        .startsWith("The messages of publisher should carry nothing for 500 ms, but carried 1:");
  }
}
