package io.kitproof.boards.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long MILLI = 1_000_000;

  @Test
  void a_byte_counts_when_its_ten_bits_have_passed() {
    Pace pace = new Pace(10_000);
    pace.restart(0);

    assertThat(pace.due(MILLI - 1000, 5)).isZero();
    assertThat(pace.due(MILLI, 5)).isEqualTo(1);
    assertThat(pace.due(9 * MILLI, 5)).isEqualTo(5);
  }

  @Test
  void being_asked_late_does_not_slow_the_line() {
    Pace pace = new Pace(115_200);
    pace.restart(0);
    long now = 0;
    int left = 11_520;
    while (left > 0) {
      long wait = pace.untilDue(now, left);
      assertThat(wait).isLessThanOrEqualTo(MILLI);
      now += wait + 70_000; // woken 70 microseconds late each time
      int due = pace.due(now, left);
      assertThat(due).isPositive();
      pace.sent(due);
      left -= due;
    }
    assertThat(now).isBetween(1000 * MILLI, 1001 * MILLI);
  }

  @Test
  void no_rate_has_time_for_everything() {
    Pace pace = new Pace(0);

    assertThat(pace.due(0, 1_000_000)).isEqualTo(1_000_000);
    assertThat(pace.untilDue(0, 1)).isZero();
  }
}
