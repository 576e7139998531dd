package io.kitproof.broker.policy;

import java.util.List;

/** What a value of a policy demands of a value of a request. */
interface Demand {

  /**
   * @param open whether a variable without a value may stand for anything; if not nothing matches
   */
  boolean matches(String given, Variables known, boolean open);

  /** Those in the policy's value. */
  default List<Variable> variables() {
    return List.of();
  }
}
