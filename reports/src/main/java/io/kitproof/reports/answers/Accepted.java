package io.kitproof.reports.answers;

import java.util.List;
import java.util.Locale;

/** One word or name that a key accepts at one place of a form. */
sealed interface Accepted permits Denied, Identifier, Prefix, Word {
  /** What stands at a place of the answer. */
  Sighting at(List<Token> scope, int place, Lexicon lexicon);

  /** Names have underscores, slashes, dots, digits or capitals only; words have none of them. */
  static Accepted of(String written) {
    if (written.startsWith("!")) {
      return new Denied(of(written.substring(written.lastIndexOf('!') + 1)));
    }
    String text = written.toLowerCase(Locale.ROOT);
    if (written.endsWith("*")) {
      return new Prefix(text.substring(0, text.length() - 1));
    }
    boolean name =
        written.chars().anyMatch(c -> "_/.".indexOf(c) >= 0 || Character.isDigit(c))
            || (written.length() > 1 && written.equals(written.toUpperCase(Locale.ROOT)));
    return name ? new Identifier(text) : new Word(Stem.of(text));
  }
}
