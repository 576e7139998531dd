package io.kitproof.broker.policy;

import java.util.List;
import java.util.Locale;

/**
 * A policy variable or condition key. A certificate attribute may have several values: its name
 * alone means the first, with {@code .1} the second, with {@code .List} all of them.
 *
 * @param name in AWS's spelling, without index and {@code .List}
 * @param index of the value meant, or {@link #ALL}
 */
record Variable(String name, int index) {

  static final int ALL = -1;

  private static final String CERTIFICATE = "iot:certificate.";
  private static final String LIST = ".list";

  /** As it stands in a text, where it is one value unless it asks for all. */
  static Variable inText(String spelt) {
    return of(spelt, 0);
  }

  /** As a condition key, which stands for all values except of certificate attributes. */
  static Variable key(String spelt) {
    return of(spelt, ALL);
  }

  private static Variable of(String spelt, int otherwise) {
    String name = spelt.strip();
    String lower = name.toLowerCase(Locale.ROOT);
    if (!lower.startsWith(CERTIFICATE)) {
      return new Variable(Names.canonical(name), otherwise);
    }
    if (lower.endsWith(LIST)) {
      return new Variable(Names.canonical(name.substring(0, name.length() - LIST.length())), ALL);
    }
    int dot = name.lastIndexOf('.');
    String last = name.substring(dot + 1);
    boolean indexed =
        !last.isEmpty() && last.length() < 4 && last.chars().allMatch(c -> c >= '0' && c <= '9');
    return indexed
        ? new Variable(Names.canonical(name.substring(0, dot)), Integer.parseInt(last))
        : new Variable(Names.canonical(name), 0);
  }

  /** None if it cannot be resolved. */
  List<String> values(Variables variables) {
    List<String> all = variables.values(name);
    if (index == ALL || (index == 0 && all.size() == 1)) {
      return all;
    }
    return index < all.size() ? List.of(all.get(index)) : List.of();
  }
}
