package io.kitproof.broker.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.kitproof.broker.policy.Comparison.Quantifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the conditions of a statement. */
final class ConditionReader {

  private static final String IF_EXISTS = "IfExists";
  private static final String ALL = "ForAllValues:";
  private static final String ANY = "ForAnyValue:";

  private ConditionReader() {}

  /**
   * @throws io.kitproof.broker.fault.AwsFault MalformedPolicyException
   */
  static List<Condition> conditions(JsonNode node) {
    if (!node.isMissingNode() && !node.isObject()) {
      throw Malformed.syntax();
    }
    List<Condition> conditions = new ArrayList<>();
    for (Map.Entry<String, JsonNode> operator : node.properties()) {
      if (!operator.getValue().isObject() || operator.getValue().isEmpty()) {
        throw Malformed.syntax();
      }
      for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
        conditions.add(condition(operator.getKey(), key.getKey(), key.getValue()));
      }
    }
    return conditions;
  }

  private static Condition condition(String spelling, String key, JsonNode values) {
    if (key.isBlank()) {
      throw Malformed.condition(spelling);
    }
    if (spelling.equals("Null")) {
      return absence(key, scalars(values));
    }
    Quantifier quantifier =
        spelling.startsWith(ALL)
            ? Quantifier.FOR_ALL_VALUES
            : spelling.startsWith(ANY) ? Quantifier.FOR_ANY_VALUE : Quantifier.NONE;
    String name =
        quantifier == Quantifier.NONE ? spelling : spelling.substring(spelling.indexOf(':') + 1);
    boolean ifExists = name.endsWith(IF_EXISTS);
    String base = ifExists ? name.substring(0, name.length() - IF_EXISTS.length()) : name;
    Operator operator = Operator.of(base).orElseThrow(() -> Malformed.condition(spelling));
    List<Demand> demands = new ArrayList<>();
    for (String value : scalars(values)) {
      try {
        demands.add(operator.demand(value));
      } catch (IllegalArgumentException e) {
        throw Malformed.condition(value);
      }
    }
    return new Comparison(quantifier, operator.negated(), ifExists, Variable.key(key), demands);
  }

  private static Condition absence(String key, List<String> values) {
    Set<Boolean> wanted = new HashSet<>();
    for (String value : values) {
      if (!value.equals("true") && !value.equals("false")) {
        throw Malformed.condition(value);
      }
      wanted.add(value.equals("true"));
    }
    return new Absence(Variable.key(key), Set.copyOf(wanted));
  }

  /** A text, a number or a truth value, or an array of them, as texts. */
  private static List<String> scalars(JsonNode node) {
    if (!node.isValueNode() && (!node.isArray() || node.isEmpty())) {
      throw Malformed.syntax();
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode each : node.isArray() ? node : List.of(node)) {
      if (!each.isValueNode() || each.isNull()) {
        throw Malformed.syntax();
      }
      texts.add(each.asText());
    }
    return texts;
  }
}
