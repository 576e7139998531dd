package io.kitproof.broker.policy;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The operator Null.
 *
 * @param wanted true for a key that has no value, false for one that has
 */
record Absence(Variable key, Set<Boolean> wanted) implements Condition {

  @Override
  public boolean holds(Variables known, boolean deny, Consumer<String> missing) {
    return wanted.contains(key.values(known).isEmpty());
  }

  @Override
  public List<Variable> variables() {
    return List.of();
  }
}
