package io.kitproof.broker.shadow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The rules of shadows once more, as plainly as can be. */
final class Model {

  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  private Model() {}

  static ObjectNode merged(ObjectNode old, JsonNode asked) {
    ObjectNode merged = MAKE.objectNode();
    if (asked.isNull()) {
      return merged;
    }
    for (String section : new String[] {"desired", "reported"}) {
      JsonNode now = old.path(section);
      if (asked.has(section)) {
        JsonNode wanted = asked.get(section);
        now = wanted.isNull() ? MAKE.objectNode() : merge(now, wanted);
      }
      if (!now.isEmpty()) {
        merged.set(section, now);
      }
    }
    return merged;
  }

  private static JsonNode merge(JsonNode old, JsonNode wanted) {
    if (!wanted.isObject()) {
      return wanted;
    }
    ObjectNode merged = MAKE.objectNode();
    if (old.isObject()) {
      old.properties().forEach(entry -> merged.set(entry.getKey(), entry.getValue()));
    }
    for (Map.Entry<String, JsonNode> entry : wanted.properties()) {
      if (entry.getValue().isNull()) {
        merged.remove(entry.getKey());
      } else {
        merged.set(entry.getKey(), merge(merged.path(entry.getKey()), entry.getValue()));
      }
    }
    return merged;
  }

  /** The metadata that belongs to a state, with the times of another tree of the same shape. */
  static JsonNode metadata(JsonNode state, JsonNode times) {
    if (state.isObject()) {
      ObjectNode all = MAKE.objectNode();
      state
          .properties()
          .forEach(e -> all.set(e.getKey(), metadata(e.getValue(), times.path(e.getKey()))));
      return all;
    }
    if (state.isArray()) {
      ArrayNode all = MAKE.arrayNode();
      for (int i = 0; i < state.size(); i++) {
        all.add(metadata(state.get(i), times.path(i)));
      }
      return all;
    }
    return MAKE.objectNode().set("timestamp", times.path("timestamp"));
  }

  static ObjectNode delta(JsonNode desired, JsonNode reported) {
    ObjectNode delta = MAKE.objectNode();
    for (Map.Entry<String, JsonNode> entry : desired.properties()) {
      JsonNode wanted = entry.getValue();
      JsonNode is = reported.path(entry.getKey());
      if (wanted.isObject() && is.isObject()) {
        JsonNode below = delta(wanted, is);
        if (!below.isEmpty()) {
          delta.set(entry.getKey(), below);
        }
      } else if (!same(wanted, is)) {
        delta.set(entry.getKey(), wanted);
      }
    }
    return delta;
  }

  private static boolean same(JsonNode a, JsonNode b) {
    return a.equals(
        (x, y) ->
            x.isNumber() && y.isNumber() && x.asDouble() == y.asDouble() || x.equals(y) ? 0 : 1,
        b);
  }
}
