package io.kitproof.cli.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kitproof.cli.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("measures time")
final class StartupTest {
  @Test
  void every_start_of_the_command_is_measured_to_its_first_press() throws Exception {
    Ran ran = Ran.command("benchmark", "startup", "--runs", "1", "--format", "json");

    JsonNode json = ran.json();
    assertThat(ran.code()).isZero();
    assertThat(json.get("startup_ns")).hasSize(1);
    assertThat(json.at("/startup_ns/0").asLong()).isGreaterThan(50_000_000);
    assertThat(json.at("/startup/p50")).isEqualTo(json.at("/startup_ns/0"));
  }
}
