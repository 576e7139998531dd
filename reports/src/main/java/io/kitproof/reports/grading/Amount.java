package io.kitproof.reports.grading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Points, in hundredths. */
final class Amount {
  private static final int DECIMALS = 2;

  private Amount() {}

  static BigDecimal rounded(BigDecimal points) {
    BigDecimal rounded = points.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0, RoundingMode.UNNECESSARY) : rounded;
  }

  /** So many of so many equal shares. */
  static BigDecimal share(BigDecimal points, int some, int all) {
    return rounded(
        points
            .multiply(BigDecimal.valueOf(some))
            .divide(BigDecimal.valueOf(all), DECIMALS, RoundingMode.HALF_UP));
  }

  static BigDecimal sum(List<BigDecimal> points) {
    return rounded(points.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
  }
}
