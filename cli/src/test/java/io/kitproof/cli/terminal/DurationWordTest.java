package io.kitproof.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class DurationWordTest {
  @ParameterizedTest
  @CsvSource({
    "50ms, 50000000",
    "1.5s, 1500000000",
    "2min, 120000000000",
    "0.25ms, 250000",
    "1.5h, 5400000000000",
    "30d, 2592000000000000"
  })
  void durations_are_read_as_people_write_them(String word, long nanos) {
    assertThat(new DurationWord().convert(word)).isEqualTo(Duration.ofNanos(nanos));
  }

  @Test
  void the_longest_one_does_not_overflow() {
    assertThat(new DurationWord().convert("999999d")).isEqualTo(Duration.ofDays(999_999));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "50", "ms", "-1s", "1e3s", "1y", "1,5s", "9999999s"})
  void anything_else_is_refused(String word) {
    assertThatThrownBy(() -> new DurationWord().convert(word))
        .isInstanceOf(TypeConversionException.class);
  }

  @Test
  void refusal_shows_how_to_write_one() {
    assertThatThrownBy(() -> new DurationWord().convert("50"))
        .hasMessage("should be a duration such as 50ms or 1.5s, not 50");
  }
}
