package io.kitproof.broker.policy;

import io.kitproof.broker.fault.AwsFault;

/**
 * How AWS refuses a document. Seen from AWS itself, in public reports: the bare sentence for a text
 * that is no JSON (dwyl/learn-aws-iot#17), "Invalid policy syntax." (aws/aws-cdk#32414), the
 * invalid resources (aws-samples/simplerobotservice#1), and, quoted from stack events, the missing
 * statements, the invalid effect and the unknown version. The reasons about actions, conditions and
 * size are worded after these; nobody reports AWS's own.
 */
final class Malformed {

  private Malformed() {}

  static AwsFault json() {
    return new AwsFault("MalformedPolicyException", 400, "Policy document is Malformed");
  }

  static AwsFault syntax() {
    return because("Invalid policy syntax.");
  }

  static AwsFault version() {
    return because("Unknown policy document version. It must be version 2012-10-17");
  }

  static AwsFault statements() {
    return because("Policy has no statements");
  }

  static AwsFault effect(String effect) {
    return because("Invalid effect: " + effect);
  }

  static AwsFault resource(String resource) {
    return because("The following resources are invalid : " + resource);
  }

  static AwsFault action(String action) {
    return because("The following actions are invalid : " + action);
  }

  static AwsFault condition(String what) {
    return because("The following conditions are invalid : " + what);
  }

  static AwsFault size(int limit) {
    return because("Policy document exceeds " + limit + " characters");
  }

  private static AwsFault because(String reason) {
    return new AwsFault("MalformedPolicyException", 400, "Policy document is Malformed: " + reason);
  }
}
