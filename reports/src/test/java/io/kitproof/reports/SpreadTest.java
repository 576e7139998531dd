package io.kitproof.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.fixtures.timeline.Observation;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SpreadTest {
  @Test
  void percentiles_are_measured_values() {
    List<Observation> hundred =
        IntStream.rangeClosed(1, 100)
            .mapToObj(i -> (Observation) Sample.measured(i, "press to publish", 101 - i, 98))
            .toList();
    RunRecord run =
        Sample.run(
            Sample.scenario("press", 1, Sample.passed(), Sample.recording(hundred)),
            Sample.scenario(
                "boot", 2, Sample.passed(), Sample.recording(Sample.measured(1, "boot", 7, 0))));

    assertThat(Spread.of(run))
        .containsExactly(
            new Spread(
                "press to publish",
                100,
                Sample.millis(1),
                Sample.millis(50),
                Sample.millis(95),
                Sample.millis(100),
                Optional.of(Sample.millis(98)),
                20,
                2),
            new Spread(
                "boot",
                1,
                Sample.millis(7),
                Sample.millis(7),
                Sample.millis(7),
                Sample.millis(7),
                Optional.empty(),
                0,
                0));
  }

  @Test
  void marginal_is_more_than_four_fifths_of_the_limit_but_not_beyond() {
    assertThat(measured(80).marginal()).isFalse();
    assertThat(measured(80.001).marginal()).isTrue();
    assertThat(measured(100).marginal()).isTrue();
    assertThat(measured(100).exceeded()).isFalse();
    assertThat(measured(100.001).marginal()).isFalse();
    assertThat(measured(100.001).exceeded()).isTrue();
  }

  private static Measurement measured(double value) {
    return new Measurement("m", Sample.millis(value), Optional.of(Sample.millis(100)));
  }
}
