package io.kitproof.broker.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list somebody wants. The token names the last item that was seen, so that
 * whatever is added or removed in between, no other item is skipped or shown twice.
 *
 * @param token of the page before; empty for the first
 * @param size 1 to 250
 */
public record Paging(Optional<String> token, int size) {

  /** How many AWS gives unasked is not published. */
  public static final int USUAL = 50;

  private static final int MOST = 250;

  /** The first page, of usual size. */
  public static final Paging FIRST = new Paging(Optional.empty(), USUAL);

  /**
   * @throws io.kitproof.broker.fault.AwsFault InvalidRequestException if the size is out of range
   *     or the token is none
   */
  public static Paging of(
      String tokenMember, Optional<String> token, String sizeMember, long size) {
    Constraint.range(sizeMember, size, 1, MOST);
    token.ifPresent(t -> Constraint.MARKER.check(tokenMember, t));
    return new Paging(token, (int) size);
  }

  /**
   * @param key what the items are in order of, different for each
   */
  <T> Page<T> of(Stream<T> items, Function<T, String> key, Comparator<String> order) {
    @Nullable String seen = token.map(Paging::decoded).orElse(null);
    List<T> some =
        new ArrayList<>(
            items
                .filter(item -> seen == null || order.compare(key.apply(item), seen) > 0)
                .sorted(Comparator.comparing(key, order))
                .limit(size + 1L)
                .toList());
    if (some.size() <= size) {
      return new Page<>(some, Optional.empty());
    }
    some.remove(size);
    return new Page<>(some, Optional.of(encoded(key.apply(some.get(size - 1)))));
  }

  /** In the order of their names. */
  <T> Page<T> byName(Stream<T> items, Function<T, String> name) {
    return of(items, name, Comparator.naturalOrder());
  }

  /** In the order they were made in, or the newest first. */
  <T> Page<T> byAge(Stream<T> items, Function<T, String> age, boolean ascending) {
    return of(items, age, ascending ? Comparator.naturalOrder() : Comparator.reverseOrder());
  }

  /** What orders items by the time they were made, and by their names those of one moment. */
  static String age(Instant made, String name) {
    return String.format(Locale.ROOT, "%012d.%09d %s", made.getEpochSecond(), made.getNano(), name);
  }

  private static String encoded(String key) {
    return Base64.getEncoder().encodeToString(key.getBytes(UTF_8));
  }

  private static String decoded(String token) {
    try {
      return new String(Base64.getDecoder().decode(token), UTF_8);
    } catch (IllegalArgumentException e) {
      throw Faults.invalid("The token is not valid.");
    }
  }
}
