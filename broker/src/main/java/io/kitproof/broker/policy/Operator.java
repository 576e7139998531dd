package io.kitproof.broker.policy;

import io.kitproof.broker.policy.Token.Dialect;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The condition operators of IAM but for BinaryEquals, since no key of AWS IoT is binary. */
enum Operator {
  STRING_EQUALS("StringEquals", false, v -> Pattern.of(v, Dialect.VARIABLES, false)),
  STRING_NOT_EQUALS("StringNotEquals", true, STRING_EQUALS.demand),
  STRING_EQUALS_IGNORE_CASE(
      "StringEqualsIgnoreCase", false, v -> Pattern.of(v, Dialect.VARIABLES, true)),
  STRING_NOT_EQUALS_IGNORE_CASE(
      "StringNotEqualsIgnoreCase", true, STRING_EQUALS_IGNORE_CASE.demand),
  STRING_LIKE("StringLike", false, v -> Pattern.of(v, Dialect.ALL, false)),
  STRING_NOT_LIKE("StringNotLike", true, STRING_LIKE.demand),

  NUMERIC_EQUALS("NumericEquals", false, v -> Order.number(v, c -> c == 0)),
  NUMERIC_NOT_EQUALS("NumericNotEquals", true, NUMERIC_EQUALS.demand),
  NUMERIC_LESS_THAN("NumericLessThan", false, v -> Order.number(v, c -> c < 0)),
  NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", false, v -> Order.number(v, c -> c <= 0)),
  NUMERIC_GREATER_THAN("NumericGreaterThan", false, v -> Order.number(v, c -> c > 0)),
  NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals", false, v -> Order.number(v, c -> c >= 0)),

  DATE_EQUALS("DateEquals", false, v -> Order.date(v, c -> c == 0)),
  DATE_NOT_EQUALS("DateNotEquals", true, DATE_EQUALS.demand),
  DATE_LESS_THAN("DateLessThan", false, v -> Order.date(v, c -> c < 0)),
  DATE_LESS_THAN_EQUALS("DateLessThanEquals", false, v -> Order.date(v, c -> c <= 0)),
  DATE_GREATER_THAN("DateGreaterThan", false, v -> Order.date(v, c -> c > 0)),
  DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", false, v -> Order.date(v, c -> c >= 0)),

  BOOL("Bool", false, Operator::truth),
  IP_ADDRESS("IpAddress", false, Network::of),
  NOT_IP_ADDRESS("NotIpAddress", true, Network::of),
  ARN_EQUALS("ArnEquals", false, ArnPattern::of),
  ARN_LIKE("ArnLike", false, ArnPattern::of),
  ARN_NOT_EQUALS("ArnNotEquals", true, ArnPattern::of),
  ARN_NOT_LIKE("ArnNotLike", true, ArnPattern::of);

  private final String spelling;
  private final boolean negated;
  private final Function<String, Demand> demand;

  Operator(String spelling, boolean negated, Function<String, Demand> demand) {
    this.spelling = spelling;
    this.negated = negated;
    this.demand = demand;
  }

  static Optional<Operator> of(String spelling) {
    return Stream.of(values()).filter(o -> o.spelling.equals(spelling)).findAny();
  }

  boolean negated() {
    return negated;
  }

  /**
   * @throws IllegalArgumentException if the value is none for this operator
   */
  Demand demand(String value) {
    return demand.apply(value);
  }

  private static Demand truth(String value) {
    if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
      throw new IllegalArgumentException("neither true nor false");
    }
    return (given, known, open) -> given.equalsIgnoreCase(value);
  }
}
