package io.kitproof.cli.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kitproof.cli.Ran;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("measures time")
final class CaptureTest {
  private static final int BYTES = 128 * 1024;

  @Test
  void flood_of_a_foreign_program_is_held_whole_while_the_test_is_busy(@TempDir Path folder)
      throws Exception {
    Path raw = folder.resolve("raw.bin");
    try (ForeignBench foreign = ForeignBench.start("flood", BYTES)) {
      Ran ran =
          Ran.command(
              "benchmark",
              "capture",
              "--bench",
              foreign.file(folder).toString(),
              "--busy",
              "700ms",
              "--raw",
              raw.toString(),
              "--format",
              "json");

      JsonNode json = ran.json();
      assertThat(ran.code()).isZero();
      assertThat(json.get("bytes_held").asInt()).isEqualTo(BYTES);
      assertThat(json.get("bytes").asInt()).isEqualTo(BYTES);
      assertThat(json.get("lines").asInt()).isEqualTo(BYTES / 64);
      assertThat(json.get("line_ns")).hasSize(BYTES / 64);
      assertThat(Files.readString(raw, StandardCharsets.US_ASCII)).isEqualTo(flood());
    }
  }

  private static String flood() {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < BYTES / 64; i++) {
      all.append(String.format(java.util.Locale.ROOT, "flood %06x%s\r\n", i, ".".repeat(50)));
    }
    return all.toString();
  }

  @Test
  void both_speeds_are_played_without_a_bench_and_nothing_is_lost() throws Exception {
    Ran ran =
        Ran.command(
            "benchmark",
            "capture",
            "--busy",
            "50ms",
            "--bytes",
            "6400",
            "--quiet",
            "300ms",
            "--format",
            "json");

    JsonNode floods = ran.json().get("floods");
    assertThat(ran.code()).isZero();
    assertThat(floods).hasSize(2);
    for (JsonNode flood : floods) {
      assertThat(flood.get("bytes").asInt()).isEqualTo(6400);
      assertThat(flood.get("bytes_lost").asInt()).isZero();
      assertThat(flood.at("/stamp_error/max").asLong()).isNotNegative();
    }
    assertThat(floods.get(1).get("bytes_held").asInt()).isLessThan(6400);
  }

  @Test
  void people_get_what_was_held_and_what_was_lost() {
    Ran ran =
        Ran.command(
            "benchmark",
            "capture",
            "--busy",
            "50ms",
            "--bytes",
            "6400",
            "--quiet",
            "100ms",
            "--speed",
            "full");

    assertThat(ran.out())
        .startsWith(Spread.heading("flood at full speed"))
        .contains("  bytes held after 50 ms                6400")
        .contains("  bytes lost                               0");
  }

  @Test
  void unknown_speed_is_refused() {
    Ran ran = Ran.command("benchmark", "capture", "--speed", "fast");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("should be full or 115200, not fast");
  }
}
