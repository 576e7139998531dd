package io.kitproof.broker.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.kitproof.broker.policy.Token.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads one statement of a document. */
final class StatementReader {

  private static final Set<String> MEMBERS =
      Set.of("Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition");

  private StatementReader() {}

  /**
   * @throws io.kitproof.broker.fault.AwsFault MalformedPolicyException
   */
  static Statement statement(JsonNode node) {
    DocumentReader.refuseOthers(node, MEMBERS);
    DocumentReader.refuseUnlessText(node, "Sid");
    boolean deny = deny(DocumentReader.text(node, "Effect"));
    boolean except = second(node, "Action", "NotAction");
    List<Pattern> actions =
        texts(node.path(except ? "NotAction" : "Action")).stream()
            .map(StatementReader::action)
            .toList();
    boolean beyond = second(node, "Resource", "NotResource");
    List<Pattern> resources =
        texts(node.path(beyond ? "NotResource" : "Resource")).stream()
            .map(StatementReader::resource)
            .toList();
    List<Condition> conditions = ConditionReader.conditions(node.path("Condition"));
    List<Variable> variables =
        Stream.concat(
                resources.stream().flatMap(resource -> resource.variables().stream()),
                conditions.stream().flatMap(condition -> condition.variables().stream()))
            .distinct()
            .toList();
    return new Statement(deny, actions, except, resources, beyond, conditions, variables);
  }

  private static boolean deny(String effect) {
    if (!effect.equals("Allow") && !effect.equals("Deny")) {
      throw Malformed.effect(effect);
    }
    return effect.equals("Deny");
  }

  /** Which one of two members there is. */
  private static boolean second(JsonNode node, String first, String second) {
    if (node.has(first) == node.has(second)) {
      throw Malformed.syntax();
    }
    return node.has(second);
  }

  /** A text or an array of them. */
  static List<String> texts(JsonNode node) {
    if (!node.isTextual() && (!node.isArray() || node.isEmpty())) {
      throw Malformed.syntax();
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode each : node.isArray() ? node : List.of(node)) {
      if (!each.isTextual()) {
        throw Malformed.syntax();
      }
      texts.add(each.textValue());
    }
    return texts;
  }

  private static Pattern action(String text) {
    int colon = text.indexOf(':');
    boolean named = colon > 0 && colon < text.length() - 1 && text.indexOf(':', colon + 1) < 0;
    if (!named && !text.equals("*")) {
      throw Malformed.action(text);
    }
    return Pattern.action(text);
  }

  /** An ARN of six parts, or one cut short by a wildcard, or {@code *} alone. */
  private static Pattern resource(String text) {
    boolean arn =
        text.startsWith("arn:") && (text.split(":", -1).length >= 6 || text.endsWith("*"));
    if (!arn && !text.equals("*")) {
      throw Malformed.resource(text);
    }
    try {
      return Pattern.of(text, Dialect.ALL, false);
    } catch (IllegalArgumentException e) {
      throw Malformed.resource(text);
    }
  }
}
