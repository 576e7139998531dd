package io.kitproof.broker.shadow;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Makes up requests that are valid, few names and many collisions among them. */
final class Documents {

  private static final List<String> NAMES = List.of("a", "b", "c", "d\\n", "é", "timestamp");
  private static final List<String> VALUES =
      List.of("0", "1", "1.0", "true", "false", "\"\"", "\"on\"", "-2e5", "{}", "[]");

  private final Random random;

  Documents(long seed) {
    random = new Random(seed);
  }

  /** A request that may hold nulls. */
  String request() {
    return "{\"state\":" + (random.nextInt(20) == 0 ? "null" : state()) + "}";
  }

  private String state() {
    List<String> sections = new ArrayList<>();
    if (random.nextInt(3) > 0) {
      sections.add("\"desired\":" + section());
    }
    if (random.nextInt(3) > 0) {
      sections.add("\"reported\":" + section());
    }
    return "{" + String.join(",", sections) + "}";
  }

  private String section() {
    return random.nextInt(12) == 0 ? "null" : object(1);
  }

  /** The members are of different names. */
  private String object(int level) {
    List<String> members =
        NAMES.stream()
            .filter(name -> random.nextInt(3) == 0)
            .map(name -> "\"" + name + "\":" + value(level))
            .toList();
    return "{" + String.join(",", members) + "}";
  }

  private String value(int level) {
    int kind = random.nextInt(10);
    if (kind == 0) {
      return "null";
    }
    if (kind < 4 && level < 6) {
      return object(level + 1);
    }
    if (kind == 4 && level < 6) {
      return "[" + String.join(",", IntStream.range(0, 3).mapToObj(i -> leaf()).toList()) + "]";
    }
    return level < 6 ? leaf() : "1";
  }

  private String leaf() {
    return VALUES.get(random.nextInt(VALUES.size() - 2));
  }
}
