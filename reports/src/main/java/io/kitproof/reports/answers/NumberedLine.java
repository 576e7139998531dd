package io.kitproof.reports.answers;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that begins with a number, as a heading or an item of a list does.
 *
 * @param rest what follows the number on the line
 */
record NumberedLine(Style style, int number, String rest) {
  /** How numbers are set off from the text. */
  enum Style {
    HEADING,
    QUESTION,
    BOLD,
    LIST
  }

  private static final Pattern LINE =
      Pattern.compile(
          " {0,3}+(#{1,6}+)?+[ \\t]*+(\\*\\*|__)?+[ \\t]*+"
              + "((?i:question|exercise|answer|q|a))?+[ \\t]*+#?+([0-9]{1,3}+)"
              + "(?![0-9])(\\*\\*|__)?+[ \\t]*+"
              + "(?:([.):\\-\u2013\u2014])(\\*\\*|__)?+(?:[ \\t]++|$|(?=[^0-9]))"
              + "|(?:(?<=[ \\t])|$))(.*+)");

  /** Empty when the line is text. */
  static Optional<NumberedLine> of(String line) {
    Matcher found = LINE.matcher(line);
    if (line.length() > 10_000 || !found.matches()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(found.group(4));
    Optional<Style> style = style(found);
    return number == 0
        ? Optional.empty()
        : style.map(s -> new NumberedLine(s, number, rest(found)));
  }

  private static Optional<Style> style(Matcher found) {
    if (found.group(1) != null) {
      return Optional.of(Style.HEADING);
    }
    if (found.group(3) != null) {
      return Optional.of(Style.QUESTION);
    }
    if (found.group(2) != null) {
      return Optional.of(Style.BOLD);
    }
    // A number alone is a number: "3 retries are made".
    String mark = found.group(6);
    return mark == null || "-\u2013\u2014".contains(mark)
        ? Optional.empty()
        : Optional.of(Style.LIST);
  }

  /** A bold heading ends in the marks it began with. */
  private static String rest(Matcher found) {
    boolean closed = found.group(5) != null || found.group(7) != null;
    String rest = found.group(8);
    return found.group(2) != null && !closed ? rest.replaceFirst("\\*\\*|__", " ") : rest;
  }
}
