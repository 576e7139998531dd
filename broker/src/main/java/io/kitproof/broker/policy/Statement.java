package io.kitproof.broker.policy;

import java.util.List;
import java.util.function.Consumer;

/**
 * One statement of a policy.
 *
 * <p>A variable without a value: AWS says that it is not substituted and that authorisation fails.
 * So an Allow in which any variable has no value does not apply. For a Deny AWS says nothing; not
 * applying it would let through what somebody meant to forbid, so here it denies whatever it would
 * deny for some value of the variable.
 *
 * @param except whether it is about all actions but these (NotAction)
 * @param beyond whether it is about all resources but these (NotResource)
 * @param variables all that occur in its resources and condition values
 */
record Statement(
    boolean deny,
    List<Pattern> actions,
    boolean except,
    List<Pattern> resources,
    boolean beyond,
    List<Condition> conditions,
    List<Variable> variables) {

  /** Tells the names of missing variables and keys on the way, if the action is a match. */
  boolean applies(Question question, Consumer<String> missing) {
    Variables values = question.variables();
    if (matches(actions, question.action(), values, false) == except) {
      return false;
    }
    boolean resolved = resolved(values, missing);
    boolean open = deny && !beyond;
    if (matches(resources, question.resource(), values, open) == beyond) {
      return false;
    }
    // All conditions are asked, though one may be enough, for the sake of who wants an explanation.
    boolean holds = true;
    for (int i = 0; i < conditions.size(); i++) {
      holds &= conditions.get(i).holds(values, deny, missing);
    }
    return holds && (resolved || deny);
  }

  private boolean resolved(Variables values, Consumer<String> missing) {
    boolean all = true;
    for (int i = 0; i < variables.size(); i++) {
      Variable variable = variables.get(i);
      if (variable.values(values).isEmpty()) {
        missing.accept(variable.name());
        all = false;
      }
    }
    return all;
  }

  private static boolean matches(
      List<Pattern> patterns, String text, Variables values, boolean open) {
    for (int i = 0; i < patterns.size(); i++) {
      if (patterns.get(i).matches(text, values, open)) {
        return true;
      }
    }
    return false;
  }
}
