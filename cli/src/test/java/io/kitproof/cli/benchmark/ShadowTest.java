package io.kitproof.cli.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kitproof.cli.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("measures time")
final class ShadowTest {
  @Test
  void every_size_way_and_number_of_things_is_measured_and_no_update_refused() throws Exception {
    Ran ran =
        Ran.command("benchmark", "shadow", "--seconds", "0.2", "--things", "3", "--format", "json");

    JsonNode json = ran.json();
    assertThat(ran.code()).isZero();
    assertThat(json.get("runs")).hasSize(3 * 2 * 2);
    for (JsonNode run : json.get("runs")) {
      assertThat(run.get("way").asText()).isIn("MQTT", "HTTPS");
      assertThat(run.get("document_bytes").asInt()).isIn(100, 1024, 8192);
      assertThat(run.get("things").asInt()).isIn(1, 3);
      assertThat(run.get("updates").asLong()).isPositive();
      assertThat(run.get("refused").asLong()).isZero();
      assertThat(run.get("updates_per_second").asDouble()).isPositive();
      assertThat(run.at("/latency/p50").asLong()).isPositive();
      assertThat(run.at("/latency/p99").asLong()).isPositive();
    }
    assertThat(json.at("/memory/updates").asLong()).isPositive();
    assertThat(json.at("/memory/rss_before_bytes").asLong()).isPositive();
    assertThat(json.at("/memory/rss_bytes").asLong()).isPositive();
  }
}
