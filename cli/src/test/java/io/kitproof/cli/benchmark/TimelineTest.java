package io.kitproof.cli.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kitproof.cli.Ran;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("measures time")
final class TimelineTest {
  private static boolean aBrowserIsHere() throws IOException {
    Optional<HeadlessBrowser> browser = HeadlessBrowser.start();
    if (browser.isPresent()) {
      browser.get().close();
    }
    return browser.isPresent();
  }

  @Test
  void recording_loses_nothing_and_its_page_is_opened_and_zoomed() throws Exception {
    Ran ran =
        Ran.command(
            "benchmark",
            "timeline",
            "--rate",
            "5000",
            "--seconds",
            "0.2",
            "--observations",
            "2000",
            "--format",
            "json");

    JsonNode json = ran.json();
    assertThat(ran.code()).isZero();
    assertThat(json.at("/recording/added").asInt()).isEqualTo(1000);
    assertThat(json.at("/recording/lost").asInt()).isZero();
    assertThat(json.at("/recording/cpu_percent_of_a_core").asDouble()).isPositive();
    assertThat(json.at("/recording/writing_ns").asLong()).isPositive();
    assertThat(json.at("/page/bytes").asLong()).isGreaterThan(2000 * 100);
    assertThat(json.at("/page/rendering/p50").asLong()).isPositive();
    assertThat(json.at("/machine/cores").asInt()).isPositive();
    if (aBrowserIsHere()) {
      assertThat(json.at("/page/first_paint/p50").asLong()).isBetween(1_000_000L, 60_000_000_000L);
      assertThat(json.at("/page/zoom_step/max").asLong()).isBetween(100_000L, 60_000_000_000L);
    }
  }

  @Test
  void people_get_the_cost_what_was_lost_and_the_size() {
    Ran ran =
        Ran.command(
            "benchmark", "timeline", "--rate", "1000", "--seconds", "0.1", "--observations", "100");

    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .startsWith("recording 1000 observations a second for 0.1 s" + System.lineSeparator())
        .contains("  lost                                     0 of 100")
        .contains(Spread.heading("page of 100 observations"))
        .contains("  size                                   0.1 MiB")
        .contains("on " + Machine.here().cores() + " cores");
  }

  @Test
  void no_observations_are_refused() {
    Ran ran = Ran.command("benchmark", "timeline", "--observations", "0");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("--observations should be at least 1, not 0.");
  }
}
