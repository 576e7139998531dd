package io.kitproof.broker.policy;

import java.util.List;
import java.util.function.Consumer;

/** One key under one operator of a statement's Condition; all of them must hold. */
sealed interface Condition permits Comparison, Absence {

  /**
   * @param deny whether the statement is a Deny, where a variable without a value must not help
   * @param missing is told the name of the key if it has no value and needs one
   */
  boolean holds(Variables known, boolean deny, Consumer<String> missing);

  /** Those in the policy's values. */
  List<Variable> variables();
}
