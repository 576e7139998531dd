package io.kitproof.broker.http.control;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.kitproof.broker.fault.AwsFault;
import io.kitproof.broker.http.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The JSON body of a request, or an object in it. A member that is not there or null counts as not
 * given; one of another kind than the model's is refused, and so is a body that is no JSON object.
 * The words of that refusal are AWS's generic ones for the type; its own are not published.
 */
final class Body {

  private static final int DEEPEST = 32;

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final JsonNode object;

  private Body(JsonNode object) {
    this.object = object;
  }

  /** The body of a request; nothing at all counts as an empty object. */
  static Body of(Request request) {
    if (request.body().length == 0) {
      return new Body(MissingNode.getInstance());
    }
    try {
      return new Body(object(JSON.readTree(request.body())));
    } catch (IOException e) {
      throw refusal();
    }
  }

  @Nullable String text(String name) {
    return get(name, Body::textOf).orElse(null);
  }

  boolean flag(String name) {
    return get(
            name,
            node -> {
              if (!node.isBoolean()) {
                throw refusal();
              }
              return node.booleanValue();
            })
        .orElse(false);
  }

  OptionalLong number(String name) {
    return get(
            name,
            node -> {
              if (!node.isIntegralNumber() || !node.canConvertToLong()) {
                throw refusal();
              }
              return OptionalLong.of(node.longValue());
            })
        .orElse(OptionalLong.empty());
  }

  Optional<Body> object(String name) {
    return get(name, node -> new Body(object(node)));
  }

  List<String> texts(String name) {
    return items(name, Body::textOf);
  }

  List<Body> objects(String name) {
    return items(name, node -> new Body(object(node)));
  }

  /** An object whose members are all texts. */
  Optional<Map<String, String>> map(String name) {
    return get(
        name,
        node -> {
          Map<String, String> texts = new LinkedHashMap<>();
          object(node).properties().forEach(e -> texts.put(e.getKey(), textOf(e.getValue())));
          return texts;
        });
  }

  /** The list of tags that several operations take: objects with Key and Value. */
  Map<String, String> tags(String name) {
    Map<String, String> tags = new LinkedHashMap<>();
    for (Body tag : objects(name)) {
      String value = tag.text("Value");
      tags.put(String.valueOf(tag.text("Key")), value == null ? "" : value);
    }
    return tags;
  }

  private <T> List<T> items(String name, Function<JsonNode, T> each) {
    return get(
            name,
            node -> {
              if (!node.isArray()) {
                throw refusal();
              }
              List<T> items = new ArrayList<>();
              node.forEach(item -> items.add(each.apply(item)));
              return items;
            })
        .orElse(List.of());
  }

  private <T> Optional<T> get(String name, Function<JsonNode, T> kind) {
    JsonNode node = object.path(name);
    return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(kind.apply(node));
  }

  private static String textOf(JsonNode node) {
    if (!node.isTextual()) {
      throw refusal();
    }
    return node.textValue();
  }

  private static JsonNode object(JsonNode node) {
    if (!node.isObject()) {
      throw refusal();
    }
    return node;
  }

  private static AwsFault refusal() {
    return new AwsFault("InvalidRequestException", 400, "The request is not valid.");
  }
}
