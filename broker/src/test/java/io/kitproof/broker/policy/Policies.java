package io.kitproof.broker.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Policies and questions in few words. */
final class Policies {

  static final String ARN = "arn:aws:iot:us-east-1:123456789012:";

  /** Nothing is known of whoever asks. */
  static final Variables NOBODY = name -> List.of();

  private Policies() {}

  static PolicySet set(String... documents) {
    List<NamedPolicy> policies = new ArrayList<>();
    for (String document : documents) {
      policies.add(named("p" + (policies.size() + 1), document));
    }
    return PolicySet.of(policies);
  }

  static NamedPolicy named(String name, String document) {
    return new NamedPolicy(name, ARN + "policy/" + name, PolicyDocument.parse(document));
  }

  static String document(String... statements) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}";
  }

  /**
   * @param resources each after the account of the ARN, or * alone
   */
  static String statement(String effect, String action, String... resources) {
    return statement(effect, action, "", resources);
  }

  static String statement(String effect, String action, String condition, String[] resources) {
    List<String> arns = new ArrayList<>();
    for (String resource : resources) {
      arns.add("\"" + (resource.equals("*") ? "*" : ARN + resource) + "\"");
    }
    return "{\"Effect\":\""
        + effect
        + "\",\"Action\":\""
        + action
        + "\",\"Resource\":["
        + String.join(",", arns)
        + "]"
        + (condition.isEmpty() ? "" : ",\"Condition\":" + condition)
        + "}";
  }

  static String when(String effect, String action, String condition) {
    return statement(effect, action, condition, new String[] {"*"});
  }

  static Question ask(String action, String resource) {
    return ask(action, resource, NOBODY);
  }

  static Question ask(String action, String resource, Variables variables) {
    return new Question(action, ARN + resource, variables);
  }

  /**
   * @param pairs name=value; a name may come several times
   */
  static Variables known(String... pairs) {
    Map<String, List<String>> values = new HashMap<>();
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      values
          .computeIfAbsent(pair.substring(0, equals), n -> new ArrayList<>())
          .add(pair.substring(equals + 1));
    }
    return name -> values.getOrDefault(name, List.of());
  }
}
