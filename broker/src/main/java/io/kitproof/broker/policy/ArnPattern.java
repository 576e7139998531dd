package io.kitproof.broker.policy;

import io.kitproof.broker.policy.Token.Dialect;
import java.util.ArrayList;
import java.util.List;

/**
 * An ARN whose six parts match one by one, so that no wildcard crosses a colon of the first five.
 */
record ArnPattern(List<Pattern> parts) implements Demand {

  private static final int PARTS = 6;

  /**
   * @throws IllegalArgumentException if it is neither of six parts nor a single {@code *}
   */
  static Demand of(String text) {
    if (text.equals("*")) {
      return Pattern.of(text, Dialect.ALL, false);
    }
    List<List<Token>> parts = new ArrayList<>();
    parts.add(new ArrayList<>());
    for (Token token : Token.of(text, Dialect.ALL)) {
      if (token instanceof Token.Literal literal) {
        split(literal.text(), parts);
      } else {
        parts.get(parts.size() - 1).add(token);
      }
    }
    if (parts.size() < PARTS) {
      throw new IllegalArgumentException("an ARN of fewer than six parts");
    }
    return new ArnPattern(parts.stream().map(part -> Pattern.of(part, false)).toList());
  }

  private static void split(String text, List<List<Token>> parts) {
    String[] pieces = text.split(":", PARTS + 1 - parts.size());
    for (int i = 0; i < pieces.length; i++) {
      if (i > 0) {
        parts.add(new ArrayList<>());
      }
      parts.get(parts.size() - 1).add(new Token.Literal(pieces[i]));
    }
  }

  @Override
  public List<Variable> variables() {
    return parts.stream().flatMap(part -> part.variables().stream()).toList();
  }

  @Override
  public boolean matches(String given, Variables known, boolean open) {
    String[] pieces = given.split(":", PARTS);
    if (pieces.length < PARTS) {
      return false;
    }
    for (int i = 0; i < PARTS; i++) {
      if (!parts.get(i).matches(pieces[i], known, open)) {
        return false;
      }
    }
    return true;
  }
}
