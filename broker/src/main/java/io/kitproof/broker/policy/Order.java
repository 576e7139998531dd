package io.kitproof.broker.policy;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.function.Function;
import java.util.function.IntPredicate;

/** Values that come before or after one another. A request's value that cannot be read is none. */
final class Order {

  private static final int LONGEST_NUMBER = 64;

  private Order() {}

  /**
   * @throws IllegalArgumentException if the policy's value is no number
   */
  static Demand number(String value, IntPredicate sign) {
    return of(value, Order::number, sign);
  }

  /**
   * @throws IllegalArgumentException if the policy's value is no date of W3C's NOTE-datetime and no
   *     time in seconds since 1970
   */
  static Demand date(String value, IntPredicate sign) {
    return of(value, Order::instant, sign);
  }

  private static <T extends Comparable<T>> Demand of(
      String value, Function<String, T> parse, IntPredicate sign) {
    T bound = parse.apply(value);
    return (given, known, open) -> {
      try {
        return sign.test(parse.apply(given).compareTo(bound));
      } catch (IllegalArgumentException e) {
        return false;
      }
    };
  }

  private static BigDecimal number(String text) {
    if (text.length() > LONGEST_NUMBER) {
      throw new IllegalArgumentException("a number of more than 64 characters");
    }
    return new BigDecimal(text);
  }

  /** Four digits are a year; other digits are seconds since 1970. */
  private static Instant instant(String text) {
    try {
      if (text.matches("\\d{4}")) {
        return LocalDate.of(Integer.parseInt(text), 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
      }
      if (text.matches("\\d{1,12}")) {
        return Instant.ofEpochSecond(Long.parseLong(text));
      }
      if (text.indexOf('T') >= 0) {
        return OffsetDateTime.parse(text).toInstant();
      }
      LocalDate day =
          text.length() == "2026-01".length()
              ? YearMonth.parse(text).atDay(1)
              : LocalDate.parse(text);
      return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("neither a date nor seconds since 1970", e);
    }
  }
}
