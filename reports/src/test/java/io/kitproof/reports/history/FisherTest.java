package io.kitproof.reports.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Values of R's {@code fisher.test(matrix(c(…), 2), alternative = "greater")}. */
final class FisherTest {
  @Test
  void it_gives_what_the_text_books_have() {
    // Fisher's tea: 3 of 4 cups told right, 1 of 4 wrong.
    assertThat(Fisher.p(3, 4, 1, 4)).isCloseTo(17 / 70.0, within(1e-12));
    assertThat(Fisher.p(4, 4, 0, 4)).isCloseTo(1 / 70.0, within(1e-12));
  }

  @Test
  void many_troubles_here_and_few_elsewhere_are_hardly_chance() {
    assertThat(Fisher.p(14, 200, 3, 1000)).isBetween(1e-11, 1e-7);
  }

  @Test
  void the_same_rate_on_both_sides_is_chance() {
    assertThat(Fisher.p(2, 20, 10, 100)).isGreaterThan(0.5);
    assertThat(Fisher.p(0, 20, 10, 100)).isEqualTo(1);
    assertThat(Fisher.p(20, 20, 100, 100)).isCloseTo(1, within(1e-9));
  }

  @Test
  void large_counts_do_not_overflow() {
    assertThat(Fisher.p(700, 100_000, 600, 100_000)).isBetween(0.0, 0.01);
  }
}
