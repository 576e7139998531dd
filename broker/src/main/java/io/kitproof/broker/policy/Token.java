package io.kitproof.broker.policy;

import java.util.ArrayList;
import java.util.List;

/** What a pattern is made of. */
sealed interface Token {

  /** Stands for itself. */
  record Literal(String text) implements Token {}

  /** The wildcard {@code *}: any characters, slashes and none at all included. */
  record Any() implements Token {}

  /** The wildcard {@code ?}: one character of UTF-16. */
  record One() implements Token {}

  /** Stands for the value of a variable, in which nothing is a wildcard. */
  record Value(Variable variable) implements Token {}

  /** Which characters of a pattern mean more than themselves. */
  enum Dialect {
    /** Wildcards, but no variables: actions. */
    WILDCARDS(true, false),
    /** Variables, but no wildcards: StringEquals. */
    VARIABLES(false, true),
    /** Both: resources, StringLike. */
    ALL(true, true);

    private final boolean wildcards;
    private final boolean variables;

    Dialect(boolean wildcards, boolean variables) {
      this.wildcards = wildcards;
      this.variables = variables;
    }
  }

  /**
   * Takes a pattern apart. Where there are variables {@code ${*}}, {@code ${?}} and {@code ${$}}
   * stand for the plain character, as IAM has it, and so do {@code $(*)}, {@code $(?)} and {@code
   * $($)}, as AWS IoT's guide spells them. The default values of IAM, {@code ${name, 'default'}},
   * are no part of AWS IoT.
   *
   * @throws IllegalArgumentException if a variable has no end or no name
   */
  static List<Token> of(String pattern, Dialect dialect) {
    List<Token> tokens = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    int i = 0;
    while (i < pattern.length()) {
      char c = pattern.charAt(i);
      int special = c == '$' && dialect.variables ? special(pattern, i, plain, tokens) : 0;
      if (special > 0) {
        i += special;
        continue;
      }
      if (dialect.wildcards && (c == '*' || c == '?')) {
        flush(plain, tokens);
        tokens.add(c == '*' ? new Any() : new One());
      } else {
        plain.append(c);
      }
      i++;
    }
    flush(plain, tokens);
    return tokens;
  }

  /** Reads what begins with a dollar; how many characters it takes, none if it is just a dollar. */
  private static int special(String pattern, int at, StringBuilder plain, List<Token> tokens) {
    char next = at + 1 < pattern.length() ? pattern.charAt(at + 1) : 0;
    char close = next == '{' ? '}' : ')';
    if (next != '{' && next != '(') {
      return 0;
    }
    boolean short3 = at + 3 < pattern.length() && pattern.charAt(at + 3) == close;
    if (short3 && "*?$".indexOf(pattern.charAt(at + 2)) >= 0) {
      plain.append(pattern.charAt(at + 2));
      return 4;
    }
    if (next == '(') {
      return 0;
    }
    int end = pattern.indexOf('}', at);
    if (end < 0 || pattern.substring(at + 2, end).isBlank()) {
      throw new IllegalArgumentException("a variable without an end or a name");
    }
    flush(plain, tokens);
    tokens.add(new Value(Variable.inText(pattern.substring(at + 2, end))));
    return end + 1 - at;
  }

  private static void flush(StringBuilder plain, List<Token> tokens) {
    if (plain.length() > 0) {
      tokens.add(new Literal(plain.toString()));
      plain.setLength(0);
    }
  }
}
