package io.kitproof.reports.text;

import java.util.Locale;

/**
 * Makes text of unknown origin safe to show: a kit may print escape sequences that steer a
 * terminal, marks that turn the reading direction, or half characters that no encoder takes.
 */
public final class Printable {
  private static final char REPLACEMENT = '\uFFFD';

  private Printable() {}

  /** One line: whatever is no printable character shows by its number, as {@code \x1B}. */
  public static String line(String text) {
    return clean(text, false);
  }

  /** As {@link #line}, but line feeds stay. */
  public static String lines(String text) {
    return clean(text.replace("\r\n", "\n"), true);
  }

  /** Well-formed Unicode: halves of surrogate pairs are replaced by U+FFFD, all else stays. */
  public static String wellFormed(String text) {
    if (!hasSurrogate(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? REPLACEMENT : c)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  private static boolean hasSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static String clean(String text, boolean keepFeeds) {
    if (text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> append(out, c, keepFeeds));
    return out.toString();
  }

  private static void append(StringBuilder out, int c, boolean keepFeeds) {
    switch (Character.getType(c)) {
      case Character.CONTROL -> {
        if (c == '\n' && keepFeeds) {
          out.append('\n');
        } else {
          out.append(String.format(Locale.ROOT, "\\x%02X", c));
        }
      }
      case Character.SURROGATE -> out.append(REPLACEMENT);
      case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          out.append(String.format(Locale.ROOT, "\\u%04X", c));
      default -> out.appendCodePoint(c);
    }
  }
}
