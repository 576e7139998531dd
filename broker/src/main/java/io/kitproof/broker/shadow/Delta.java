package io.kitproof.broker.shadow;

import io.kitproof.broker.shadow.Node.Branch;
import io.kitproof.broker.shadow.Node.Items;
import io.kitproof.broker.shadow.Node.Leaf;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is desired and not reported (1.7). Objects are compared attribute by attribute, arrays as a
 * whole; what is only reported does not count.
 */
final class Delta {

  /**
   * Whether 1 and 1.0 are the same. Unknown on AWS; its own local shadow service compares values,
   * and so a device that counts in floating point is in sync here as well.
   */
  private static final boolean NUMBERS_BY_VALUE = true;

  private Delta() {}

  /** The desired attributes that differ, with their times; empty if all is in sync. */
  static Branch of(Branch desired, Branch reported) {
    Map<Name, Node> differing = new LinkedHashMap<>();
    desired
        .attributes()
        .forEach(
            (name, wanted) -> {
              Node difference = difference(wanted, reported.attributes().get(name));
              if (difference != null) {
                differing.put(name, difference);
              }
            });
    return differing.isEmpty() ? Node.EMPTY : new Branch(differing);
  }

  private static @Nullable Node difference(Node wanted, @Nullable Node is) {
    if (wanted instanceof Branch object && is instanceof Branch other) {
      Branch delta = of(object, other);
      return delta.isEmpty() ? null : delta;
    }
    return is != null && same(wanted, is) ? null : wanted;
  }

  private static boolean same(Node a, Node b) {
    if (a instanceof Leaf one && b instanceof Leaf other) {
      return same(one.json(), other.json());
    }
    if (a instanceof Items one && b instanceof Items other) {
      return same(one.items(), other.items());
    }
    return a instanceof Branch one
        && b instanceof Branch other
        && same(one.attributes(), other.attributes());
  }

  private static boolean same(List<Node> a, List<Node> b) {
    boolean same = a.size() == b.size();
    for (int i = 0; same && i < a.size(); i++) {
      same = same(a.get(i), b.get(i));
    }
    return same;
  }

  private static boolean same(Map<Name, Node> a, Map<Name, Node> b) {
    return a.size() == b.size()
        && a.entrySet().stream()
            .allMatch(
                entry -> {
                  Node other = b.get(entry.getKey());
                  return other != null && same(entry.getValue(), other);
                });
  }

  private static boolean same(byte[] a, byte[] b) {
    return Arrays.equals(a, b) || NUMBERS_BY_VALUE && number(a) && number(b) && sameValue(a, b);
  }

  private static boolean number(byte[] json) {
    return json[0] == '-' || json[0] >= '0' && json[0] <= '9';
  }

  private static boolean sameValue(byte[] a, byte[] b) {
    try {
      return decimal(a).compareTo(decimal(b)) == 0;
    } catch (NumberFormatException e) {
      // An exponent beyond all bounds: the texts differ, and that must do.
      return false;
    }
  }

  private static BigDecimal decimal(byte[] json) {
    return new BigDecimal(new String(json, StandardCharsets.US_ASCII));
  }
}
