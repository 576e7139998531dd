package io.kitproof.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class TimesTest {
  @Test
  void times_read_the_same_in_every_locale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertThat(Times.length(Duration.ofNanos(31_250_000))).isEqualTo("31.3 ms");
      assertThat(Times.length(Duration.ofMillis(2104))).isEqualTo("2.10 s");
      assertThat(Times.length(Duration.ofSeconds(187))).isEqualTo("3 min 07 s");
      assertThat(Times.millis(Duration.ofNanos(31_250_400))).isEqualTo("31.250");
      assertThat(Times.seconds(1_234_540_000L)).isEqualTo("1.2345");
      assertThat(Times.after(-1_500_000)).isEqualTo("-1.5 ms");
      assertThat(Times.moment(Instant.parse("2026-11-23T23:10:03Z"), ZoneOffset.ofHours(1)))
          .isEqualTo("24 Nov 2026, 00:10:03 +01:00");
    } finally {
      Locale.setDefault(before);
    }
  }
}
