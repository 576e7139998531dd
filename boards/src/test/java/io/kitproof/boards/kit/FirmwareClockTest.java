package io.kitproof.boards.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirmwareClockTest {
  private static final Duration FIVE = Duration.ofSeconds(5);

  private final FirmwareClock clock = FirmwareClock.scaled(100);

  @Test
  void converts_both_ways() {
    assertThat(clock.factor()).isEqualTo(100);
    assertThat(clock.real(FIVE)).isEqualTo(Duration.ofMillis(50));
    assertThat(clock.firmware(Duration.ofMillis(50))).isEqualTo(FIVE);
    assertThat(FirmwareClock.real().real(FIVE)).isEqualTo(FIVE);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void a_factor_must_make_sense(double factor) {
    assertThatThrownBy(() -> FirmwareClock.scaled(factor))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "A firmware clock cannot run %s times as fast; the factor must be above 0.", factor);
  }
}
