package io.kitproof.broker.policy;

import java.util.List;

/** A stretch of a pattern without {@code *}, as long as what its variables stand for makes it. */
final class Run {

  private final Token[] tokens;
  private final int[] slots;
  private final boolean ignoreCase;

  /**
   * @param firstSlot where the values of its variables begin among those of the whole pattern
   */
  Run(List<Token> tokens, int firstSlot, boolean ignoreCase) {
    this.tokens = tokens.toArray(Token[]::new);
    this.slots = new int[this.tokens.length];
    this.ignoreCase = ignoreCase;
    int slot = firstSlot;
    for (int i = 0; i < slots.length; i++) {
      slots[i] = this.tokens[i] instanceof Token.Value ? slot++ : 0;
    }
  }

  int length(String[] values) {
    int length = 0;
    for (int i = 0; i < tokens.length; i++) {
      Token token = tokens[i];
      if (token instanceof Token.Literal literal) {
        length += literal.text().length();
      } else if (token instanceof Token.Value) {
        length += values[slots[i]].length();
      } else {
        length++;
      }
    }
    return length;
  }

  /** Whether the text goes on like this from there; it must be long enough. */
  boolean at(String text, int position, String[] values) {
    int at = position;
    for (int i = 0; i < tokens.length; i++) {
      Token token = tokens[i];
      if (token instanceof Token.One) {
        at++;
        continue;
      }
      String part = token instanceof Token.Literal l ? l.text() : values[slots[i]];
      if (!text.regionMatches(ignoreCase, at, part, 0, part.length())) {
        return false;
      }
      at += part.length();
    }
    return true;
  }

  /** The first place from there on where it fits and ends by the limit, or -1. */
  int find(String text, int from, int limit, String[] values) {
    int last = limit - length(values);
    for (int position = from; position <= last; position++) {
      if (at(text, position, values)) {
        return position;
      }
    }
    return -1;
  }
}
