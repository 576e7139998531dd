package io.kitproof.broker.http.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kitproof.broker.bus.Extras;
import io.kitproof.broker.http.Request;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What only MQTT 5 can say of a message, in the query and the headers of a request. */
final class PublishExtras {

  private static final int WEEK_SECONDS = 604_800;
  private static final ObjectMapper JSON = new ObjectMapper();

  private PublishExtras() {}

  static Extras of(Request request) {
    Optional<String> responseTopic = text(request, "responseTopic");
    responseTopic.ifPresent(topic -> PublishOperation.checkTopic(topic, "response topic"));
    return new Extras(
        text(request, "contentType"),
        responseTopic,
        request
            .header("x-amz-mqtt5-correlation-data")
            .map(data -> decoded(data, "correlation data")),
        isUtf8(request),
        Parameters.number(request, "messageExpiry", 1, WEEK_SECONDS).map(Duration::ofSeconds),
        request.header("x-amz-mqtt5-user-properties").map(PublishExtras::pairs).orElse(List.of()));
  }

  private static Optional<String> text(Request request, String name) {
    return request.query(name).filter(text -> !text.isEmpty());
  }

  private static boolean isUtf8(Request request) {
    String format = request.header("x-amz-mqtt5-payload-format-indicator").orElse("");
    return switch (format) {
      case "UTF8_DATA" -> true;
      case "", "UNSPECIFIED_BYTES" -> false;
      default ->
          throw Parameters.invalid(
              "The payload format indicator must be UNSPECIFIED_BYTES or UTF8_DATA");
    };
  }

  private static byte[] decoded(String base64, String what) {
    try {
      return Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException e) {
      throw Parameters.invalid("The " + what + " must be base64");
    }
  }

  /** {@code [{"name": "value"}, …]}, so that a name may come twice. */
  private static List<Map.Entry<String, String>> pairs(String base64) {
    List<Map.Entry<String, String>> pairs = new ArrayList<>();
    JsonNode array = tree(new String(decoded(base64, "user properties"), StandardCharsets.UTF_8));
    for (JsonNode object : array) {
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        if (!member.getValue().isTextual()) {
          throw notPairs();
        }
        pairs.add(Map.entry(member.getKey(), member.getValue().textValue()));
      }
    }
    return List.copyOf(pairs);
  }

  private static JsonNode tree(String json) {
    try {
      JsonNode tree = JSON.readTree(json);
      if (tree.isArray() && allObjects(tree)) {
        return tree;
      }
    } catch (JsonProcessingException e) {
      // No JSON at all is told in the same words as the wrong one.
    }
    throw notPairs();
  }

  private static boolean allObjects(JsonNode array) {
    for (JsonNode member : array) {
      if (!member.isObject()) {
        return false;
      }
    }
    return true;
  }

  private static RuntimeException notPairs() {
    return Parameters.invalid("The user properties must be an array of objects with texts");
  }
}
