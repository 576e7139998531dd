package io.kitproof.broker.shadow;

import io.kitproof.broker.shadow.Node.Branch;
import io.kitproof.broker.shadow.Node.Leaf;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a request changes a section (1.5): objects merge, null removes at any depth, everything else
 * replaces. An object that loses its last attribute stays, as an empty object.
 */
final class Merge {

  private Merge() {}

  /** What a section becomes; {@code asked} is null if the request does not speak of it. */
  static Branch section(Branch old, @Nullable Node asked) {
    if (asked == null) {
      return old;
    }
    return asked instanceof Branch attributes ? merged(old, attributes) : Node.EMPTY;
  }

  private static Branch merged(Branch old, Branch asked) {
    Map<Name, Node> merged = new LinkedHashMap<>(old.attributes());
    asked
        .attributes()
        .forEach(
            (name, wanted) -> {
              if (wanted instanceof Leaf leaf && leaf.nothing()) {
                merged.remove(name);
              } else if (wanted instanceof Branch branch) {
                Node now = merged.get(name);
                merged.put(
                    name, merged(now instanceof Branch object ? object : Node.EMPTY, branch));
              } else {
                merged.put(name, wanted);
              }
            });
    return new Branch(merged);
  }
}
