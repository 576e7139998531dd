package io.kitproof.broker.http.control;

import io.kitproof.broker.http.Request;
import io.kitproof.broker.registry.Constraint;
import io.kitproof.broker.registry.Paging;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What operations take from the query and from paths, besides plain texts. */
final class Query {

  private static final List<String> FLAGS = List.of("true", "false");

  private Query() {}

  static Optional<Boolean> maybe(Request request, String name) {
    return request.query(name).map(value -> Constraint.oneOf(name, value, FLAGS).equals("true"));
  }

  static boolean flag(Request request, String name) {
    return maybe(request, name).orElse(false);
  }

  static OptionalLong number(Request request, String name) {
    Optional<String> value = request.query(name);
    if (value.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(value.get()));
    } catch (NumberFormatException e) {
      throw Constraint.violated("'" + value.get() + "'", name, "Member must be a number");
    }
  }

  static <E extends Enum<E>> E oneOf(Class<E> type, String name, @Nullable String value) {
    List<String> names = new ArrayList<>();
    Stream.of(type.getEnumConstants()).forEach(constant -> names.add(constant.name()));
    return Enum.valueOf(type, Constraint.oneOf(name, value, names));
  }

  /** Lists of things and what belongs to them. */
  static Paging byToken(Request request) {
    return paging(request, "nextToken", "maxResults");
  }

  /** Lists of certificates and policies. */
  static Paging byMarker(Request request) {
    return paging(request, "marker", "pageSize");
  }

  private static Paging paging(Request request, String token, String size) {
    return Paging.of(token, request.query(token), size, number(request, size).orElse(Paging.USUAL));
  }

  /** The oldest first if it says so; AWS does not say what it does unasked. */
  static boolean ascending(Request request) {
    return flag(request, "isAscendingOrder");
  }
}
