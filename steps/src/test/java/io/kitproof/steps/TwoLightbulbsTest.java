package io.kitproof.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.fixtures.benchfile.BenchFile;
import io.kitproof.reports.Cause;
import io.kitproof.reports.RunRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What exercise 06 says of two kits in one room, on a bench that has them. */
final class TwoLightbulbsTest {
  private static final String ROOM =
      """
      bench: room
      cloud: {local: {}}
      virtual: {clock: 10}
      boards:
        presses: {family: numato, virtual: true, channels: 8}
        eyes: {family: numato-adc, virtual: {with: presses}, channels: 8}
      kits:
        lightbulb:
          firmware: {app: shadow}
          virtual: true
          buttons: {MB1: presses/0}
          leds: {LED1: eyes/2}
          reset: presses/5
          thing: demo_Lightbulb
        lightbulb2:
          firmware: {app: shadow, ssid: ABC_WICED_AWS}
          virtual: true
          buttons: {MB1: presses/1}
          leds: {LED1: eyes/3}
          reset: presses/6
          thing: demo_Lightbulb2
      """;

  @Test
  void neither_is_configured_in_the_other_one_s_place() {
    RunRecord run =
        CourseRun.on(BenchFile.parse(ROOM, "room.yaml"))
            .only(List.of("06"))
            .tagged("@needs-lightbulb2")
            .run(Progress.none());

    assertThat(run.scenarios())
        .extracting(s -> s.verdict() + ": " + s.cause().map(Cause::text).orElse(""))
        .containsExactly("PASSED: ", "PASSED: ");
  }
}
