package io.kitproof.broker.policy;

import io.kitproof.broker.policy.Token.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A text with wildcards and variables, compiled. A match takes time in proportion to the length of
 * the name, for a given pattern: each run between two {@code *} is looked for once, from where the
 * one before it ended, and never again.
 */
final class Pattern implements Demand {

  private static final String[] NO_VALUES = new String[0];

  private final List<Token> tokens;
  private final boolean ignoreCase;
  private final Variable[] variables;
  private final Run[] runs;

  private Pattern(List<Token> tokens, boolean ignoreCase) {
    this.tokens = List.copyOf(tokens);
    this.ignoreCase = ignoreCase;
    this.variables =
        tokens.stream()
            .flatMap(t -> t instanceof Token.Value value ? Stream.of(value.variable()) : null)
            .toArray(Variable[]::new);
    this.runs = runs(tokens, ignoreCase);
  }

  /** For actions, whose case does not matter. */
  static Pattern action(String text) {
    return new Pattern(Token.of(text, Dialect.WILDCARDS), true);
  }

  /**
   * @throws IllegalArgumentException if a variable has no end or no name, or several ask for all
   *     their values
   */
  static Pattern of(String text, Dialect dialect, boolean ignoreCase) {
    return of(Token.of(text, dialect), ignoreCase);
  }

  static Pattern of(List<Token> tokens, boolean ignoreCase) {
    Pattern pattern = new Pattern(tokens, ignoreCase);
    // The combinations of two lists and more could keep a loop busy for ever.
    if (pattern.variables().stream().filter(v -> v.index() == Variable.ALL).count() > 1) {
      throw new IllegalArgumentException("more than one variable with all its values");
    }
    return pattern;
  }

  @Override
  public List<Variable> variables() {
    return List.of(variables);
  }

  @Override
  public boolean matches(String text, Variables known, boolean open) {
    if (variables.length == 0) {
      return matches(text, NO_VALUES);
    }
    String[] values = new String[variables.length];
    int several = -1;
    for (int i = 0; i < variables.length; i++) {
      List<String> given = variables[i].values(known);
      if (given.isEmpty()) {
        return open && opened(known).matches(text, known, true);
      }
      values[i] = given.get(0);
      several = given.size() > 1 && variables[i].index() == Variable.ALL ? i : several;
    }
    return several < 0 ? matches(text, values) : any(text, values, several, known);
  }

  private boolean any(String text, String[] values, int slot, Variables known) {
    for (String value : variables[slot].values(known)) {
      values[slot] = value;
      if (matches(text, values)) {
        return true;
      }
    }
    return false;
  }

  /** The same pattern with a wildcard for each variable that has no value. */
  private Pattern opened(Variables known) {
    List<Token> opened = new ArrayList<>();
    for (Token token : tokens) {
      boolean unknown =
          token instanceof Token.Value value && value.variable().values(known).isEmpty();
      opened.add(unknown ? new Token.Any() : token);
    }
    return new Pattern(opened, ignoreCase);
  }

  private boolean matches(String text, String[] values) {
    Run first = runs[0];
    int position = first.length(values);
    if (runs.length == 1) {
      return position == text.length() && first.at(text, 0, values);
    }
    Run last = runs[runs.length - 1];
    int limit = text.length() - last.length(values);
    if (limit < position || !first.at(text, 0, values) || !last.at(text, limit, values)) {
      return false;
    }
    for (int i = 1; i < runs.length - 1; i++) {
      int found = runs[i].find(text, position, limit, values);
      if (found < 0) {
        return false;
      }
      position = found + runs[i].length(values);
    }
    return true;
  }

  private static Run[] runs(List<Token> tokens, boolean ignoreCase) {
    List<Run> runs = new ArrayList<>();
    List<Token> run = new ArrayList<>();
    int slot = 0;
    for (Token token : tokens) {
      if (token instanceof Token.Any) {
        runs.add(new Run(run, slot, ignoreCase));
        slot += (int) run.stream().filter(t -> t instanceof Token.Value).count();
        run.clear();
      } else {
        run.add(token);
      }
    }
    runs.add(new Run(run, slot, ignoreCase));
    return runs.toArray(Run[]::new);
  }
}
