package io.kitproof.broker.shadow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A topic that clients publish requests to (1.1). */
record ShadowTopic(ShadowName name, Operation operation) {

  enum Operation {
    GET("get", "accepted", "rejected"),
    UPDATE("update", "accepted", "rejected", "delta", "documents"),
    DELETE("delete", "accepted", "rejected");

    private final String level;
    private final List<String> answers;

    Operation(String level, String... answers) {
      this.level = level;
      this.answers = List.of(answers);
    }

    /** The last level of a request's topic. */
    String level() {
      return level;
    }

    /** What may follow it in the topic of an answer. */
    List<String> answers() {
      return answers;
    }
  }

  private static final String PREFIX = "$aws/things/";
  private static final String SHADOW = "/shadow/";
  private static final String NAME = "name/";

  /** Null if this is no topic for requests, or the names in it cannot be. */
  static @Nullable ShadowTopic parse(String topic) {
    int thingEnd = topic.startsWith(PREFIX) ? topic.indexOf('/', PREFIX.length()) : -1;
    if (thingEnd < 0 || !topic.startsWith(SHADOW, thingEnd)) {
      return null;
    }
    String thing = topic.substring(PREFIX.length(), thingEnd);
    String shadow = "";
    int rest = thingEnd + SHADOW.length();
    if (topic.startsWith(NAME, rest)) {
      int begin = rest + NAME.length();
      int end = topic.indexOf('/', begin);
      if (end < 0 || !ShadowName.isShadow(topic.substring(begin, end))) {
        return null;
      }
      shadow = topic.substring(begin, end);
      rest = end + 1;
    }
    Operation operation = operation(topic, rest);
    return operation == null || !ShadowName.isThing(thing)
        ? null
        : new ShadowTopic(new ShadowName(thing, shadow), operation);
  }

  private static @Nullable Operation operation(String topic, int from) {
    for (Operation operation : Operation.values()) {
      if (topic.length() - from == operation.level.length()
          && topic.startsWith(operation.level, from)) {
        return operation;
      }
    }
    return null;
  }
}
