package io.kitproof.broker.policy;

import java.util.List;
import java.util.function.Consumer;

/**
 * Compares the values of one key. Values of the policy are alternatives; of a negated operator none
 * may match. A key without a value in the request makes a plain operator false, a negated one true
 * (IAM's reference_policies_elements_condition_operators). A key with several values and no
 * quantifier, which IAM leaves open, is taken as if any of them were asked for, or none of them by
 * a negated operator.
 */
record Comparison(
    Quantifier quantifier, boolean negated, boolean ifExists, Variable key, List<Demand> demands)
    implements Condition {

  enum Quantifier {
    NONE,
    FOR_ALL_VALUES,
    FOR_ANY_VALUE
  }

  @Override
  public List<Variable> variables() {
    return demands.stream().flatMap(demand -> demand.variables().stream()).toList();
  }

  @Override
  public boolean holds(Variables known, boolean deny, Consumer<String> missing) {
    List<String> given = key.values(known);
    if (given.isEmpty()) {
      if (ifExists) {
        return true;
      }
      missing.accept(key.name());
      return quantifier == Quantifier.FOR_ALL_VALUES || (quantifier == Quantifier.NONE && negated);
    }
    // Where a Deny meets a variable without a value, the answer is the one that denies.
    boolean open = deny && !negated;
    boolean all =
        quantifier == Quantifier.FOR_ALL_VALUES || (quantifier == Quantifier.NONE && negated);
    for (int i = 0; i < given.size(); i++) {
      if ((matches(given.get(i), known, open) != negated) != all) {
        return !all;
      }
    }
    return all;
  }

  private boolean matches(String value, Variables known, boolean open) {
    for (int i = 0; i < demands.size(); i++) {
      if (demands.get(i).matches(value, known, open)) {
        return true;
      }
    }
    return false;
  }
}
