package io.kitproof.broker.shadow;

import io.kitproof.broker.shadow.ShadowTopic.Operation;
import java.util.ArrayList;
import java.util.List;

/** What clients may subscribe to: whatever can match a topic of a shadow, request or answer. */
final class ShadowFilter {

  private static final String PREFIX = "$aws/things/";
  private static final String THING = "{thing}";
  private static final String SHADOW = "{shadow}";

  /** The levels of all topics after the prefix, such as {thing}, shadow, update, delta. */
  private static final List<List<String>> TOPICS = topics();

  private ShadowFilter() {}

  static boolean offered(String filter) {
    if (!filter.startsWith(PREFIX)) {
      return false;
    }
    String[] levels = filter.substring(PREFIX.length()).split("/", -1);
    return TOPICS.stream().anyMatch(topic -> matches(levels, topic));
  }

  private static boolean matches(String[] levels, List<String> topic) {
    for (int i = 0; i < levels.length; i++) {
      if (i == topic.size()) {
        return false;
      }
      if (levels[i].equals("#")) {
        return i == levels.length - 1;
      }
      if (!levels[i].equals("+") && !fits(levels[i], topic.get(i))) {
        return false;
      }
    }
    return levels.length == topic.size();
  }

  private static boolean fits(String level, String expected) {
    return switch (expected) {
      case THING -> ShadowName.isThing(level);
      case SHADOW -> ShadowName.isShadow(level);
      default -> level.equals(expected);
    };
  }

  private static List<List<String>> topics() {
    List<List<String>> topics = new ArrayList<>();
    for (List<String> shadow :
        List.of(List.of(THING, "shadow"), List.of(THING, "shadow", "name", SHADOW))) {
      for (Operation operation : Operation.values()) {
        topics.add(with(shadow, operation.level()));
        for (String answer : operation.answers()) {
          topics.add(with(with(shadow, operation.level()), answer));
        }
      }
    }
    return List.copyOf(topics);
  }

  private static List<String> with(List<String> levels, String last) {
    List<String> more = new ArrayList<>(levels);
    more.add(last);
    return List.copyOf(more);
  }
}
