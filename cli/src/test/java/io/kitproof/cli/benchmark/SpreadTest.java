package io.kitproof.cli.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class SpreadTest {
  @Test
  void percentiles_are_measured_values_by_nearest_rank() {
    long[] oneToHundred = LongStream.rangeClosed(1, 100).toArray();

    assertThat(Spread.of(oneToHundred)).isEqualTo(new Spread(50, 95, 99, 100));
  }

  @Test
  void order_of_the_values_does_not_matter_and_stays() {
    long[] values = {3, 1, 2};

    assertThat(Spread.of(values)).isEqualTo(new Spread(2, 3, 3, 3));
    assertThat(values).containsExactly(3, 1, 2);
  }

  @Test
  void one_value_is_every_percentile() {
    assertThat(Spread.of(7)).isEqualTo(new Spread(7, 7, 7, 7));
  }

  @Test
  void nothing_has_no_spread() {
    assertThatThrownBy(Spread::of)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A spread needs at least one value.");
  }

  @Test
  void row_is_in_milliseconds_under_its_heading() {
    assertThat(Spread.heading("2 presses"))
        .isEqualTo("2 presses                                p50       p95       p99       max");
    assertThat(new Spread(1_500_000, 2_000_000, 3_000_000, 40_123_456).row("reaction"))
        .isEqualTo(
            "  reaction                             1.500     2.000     3.000    40.123  ms");
  }
}
