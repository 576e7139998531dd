package io.kitproof.broker.http.control;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.kitproof.broker.http.Answer;
import io.kitproof.broker.registry.Page;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The members of an answer, in their order; those without a value are left out. */
final class Tree {

  private final Map<String, Object> members = new LinkedHashMap<>();

  @CanIgnoreReturnValue
  Tree with(String name, @Nullable Object value) {
    if (value != null) {
      members.put(name, value);
    }
    return this;
  }

  @CanIgnoreReturnValue
  Tree with(String name, Tree value) {
    return with(name, value.members);
  }

  @CanIgnoreReturnValue
  Tree with(String name, Instant time) {
    return with(name, seconds(time));
  }

  @CanIgnoreReturnValue
  <T> Tree with(String name, List<T> items, Function<T, Tree> shape) {
    return with(name, items.stream().map(item -> shape.apply(item).members).toList());
  }

  /** A page of a list and the token for the next one. */
  static <T> Tree page(String name, Page<T> page, Function<T, Tree> shape, String token) {
    return new Tree().with(name, page.items(), shape).with(token, page.next().orElse(null));
  }

  /** A page of names. */
  static Tree names(String name, Page<String> page, String token) {
    return new Tree().with(name, page.items()).with(token, page.next().orElse(null));
  }

  Answer answer() {
    return Answer.json(members);
  }

  /** An answer whose output has no members, which is not the same as none. */
  static Answer nothing() {
    return Answer.json(Map.of());
  }

  /** Seconds since 1970 with three decimals, as AWS writes times. */
  private static BigDecimal seconds(Instant time) {
    return BigDecimal.valueOf(time.toEpochMilli(), 3);
  }
}
