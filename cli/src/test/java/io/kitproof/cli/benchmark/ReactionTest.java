package io.kitproof.cli.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kitproof.cli.Ran;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("measures time")
final class ReactionTest {
  @Test
  void foreign_console_and_relay_are_measured_with_one_entry_a_press(@TempDir Path folder)
      throws Exception {
    try (ForeignBench foreign = ForeignBench.start("answer", 5)) {
      String file = foreign.file(folder).toString();

      Ran ran =
          Ran.command(
              "benchmark", "reaction", "--bench", file, "--presses", "4", "--format", "json");

      assertThat(ran.err()).isEmpty();
      assertThat(ran.code()).isZero();
      JsonNode json = ran.json();
      assertThat(json.get("hold_ms").asText()).isEqualTo("50");
      assertInOrder(json, foreign.end());
    }
  }

  /** The same clock on both sides: the harness saw what the foreign program did, and when. */
  private static void assertInOrder(JsonNode json, List<long[]> times) {
    JsonNode released = json.get("released_ns");
    JsonNode seen = json.get("seen_ns");
    assertThat(times).hasSize(4);
    assertThat(released).hasSize(4);
    assertThat(seen).hasSize(4);
    for (int i = 0; i < 4; i++) {
      long answered = times.get(i)[1];
      assertThat(released.get(i).asLong()).isLessThan(seen.get(i).asLong());
      assertThat(seen.get(i).asLong()).isGreaterThan(answered);
      if (i > 0) {
        assertThat(released.get(i).asLong()).isGreaterThan(seen.get(i - 1).asLong() + 49_000_000);
      }
    }
  }

  @Test
  void without_a_bench_the_kits_own_time_is_known_and_subtracted() throws Exception {
    JsonNode json =
        Ran.command("benchmark", "reaction", "--presses", "3", "--format", "json").json();

    long overhead = json.at("/overhead/max").asLong();
    assertThat(json.get("answered_ns")).hasSize(3);
    assertThat(json.at("/answered_ns/0").asLong())
        .isBetween(json.at("/released_ns/0").asLong(), json.at("/seen_ns/0").asLong());
    assertThat(overhead).isPositive().isLessThan(json.at("/reaction/max").asLong());
    assertThat(json.get("cpu_ms_per_press").asDouble()).isPositive();
    assertThat(json.at("/machine/cores").asInt()).isPositive();
  }

  @Test
  void people_get_a_table_and_the_machine_it_belongs_to() {
    Ran ran = Ran.command("benchmark", "reaction", "--presses", "2", "--hold", "60ms");

    assertThat(ran.code()).isZero();
    assertThat(ran.out().lines().toList())
        .hasSize(5)
        .element(0)
        .isEqualTo(Spread.heading("2 presses of 60 ms"));
    assertThat(ran.out()).contains("overhead of the harness", "CPU a press", " cores (");
  }

  @Test
  void kit_that_does_not_answer_has_failed() {
    Ran ran =
        Ran.command(
            "benchmark", "reaction", "--presses", "1", "--expect", "nonsense", "--limit", "100ms");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .startsWith("The console of kit should print \"nonsense\" within 100 ms, but ");
  }
}
