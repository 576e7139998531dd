package io.kitproof.reports.page;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.kitproof.reports.text.Printable;

/**
 * Writes HTML. Text and attribute values are escaped here and nowhere else; tags and class names
 * come from our own code only.
 */
public final class Html {
  private final StringBuilder out = new StringBuilder();

  /** Our own markup, as it is. */
  @CanIgnoreReturnValue
  public Html raw(String markup) {
    out.append(markup);
    return this;
  }

  /** Opens an element; {@code attributes} are names and values in turn. */
  @CanIgnoreReturnValue
  public Html open(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i + 1 < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(Printable.line(attributes[i + 1]));
      out.append('"');
    }
    out.append('>');
    return this;
  }

  /** Closes an element. */
  @CanIgnoreReturnValue
  public Html close(String tag) {
    out.append("</").append(tag).append('>');
    return this;
  }

  /** One line of text of unknown origin. */
  @CanIgnoreReturnValue
  public Html text(String line) {
    escape(Printable.line(line));
    return this;
  }

  /** Text of unknown origin that keeps its line feeds. */
  @CanIgnoreReturnValue
  public Html lines(String text) {
    escape(Printable.lines(text));
    return this;
  }

  /** A whole element with one line of text. */
  @CanIgnoreReturnValue
  public Html element(String tag, String text) {
    return open(tag).text(text).close(tag);
  }

  /** A whole element of a class with one line of text. */
  @CanIgnoreReturnValue
  public Html element(String tag, String cssClass, String text) {
    return open(tag, "class", cssClass).text(text).close(tag);
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
