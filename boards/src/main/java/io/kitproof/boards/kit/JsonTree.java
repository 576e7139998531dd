package io.kitproof.boards.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * JSON as the weather station's library has it: a text becomes a tree, or nothing when it is none.
 * Only objects and what stands directly in them is kept; arrays are passed over.
 */
final class JsonTree {
  /** Deeper than any shadow's document, and shallow enough for a kit's stack. */
  private static final int DEEPEST = 32;

  private static final String ENDS_OF_BARE_WORDS = "{}[]\",: \t\r\n";
  private static final Object ARRAY = new Object();

  private final String text;
  private int at;

  private JsonTree(String text) {
    this.text = text;
  }

  private static final class NoJson extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** The object at this path of names, its values texts, numbers, booleans and objects. */
  static Optional<Map<?, ?>> object(byte[] json, String... path) {
    Object value;
    try {
      value = new JsonTree(new String(json, UTF_8)).value(0);
    } catch (NoJson | StringIndexOutOfBoundsException | NumberFormatException e) {
      return Optional.empty();
    }
    for (String name : path) {
      value = value instanceof Map<?, ?> members ? members.get(name) : ARRAY;
    }
    return value instanceof Map<?, ?> members ? Optional.of(members) : Optional.empty();
  }

  private Object value(int depth) {
    if (depth > DEEPEST) {
      throw new NoJson();
    }
    return switch (next()) {
      case '{' -> members(depth);
      case '[' -> array(depth);
      case '"' -> string();
      default -> bare();
    };
  }

  /** The next character that is no blank; it is not passed. */
  private char next() {
    while (" \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return text.charAt(at);
  }

  private boolean passed(char mark) {
    boolean there = next() == mark;
    at += there ? 1 : 0;
    return there;
  }

  private void pass(char mark) {
    if (!passed(mark)) {
      throw new NoJson();
    }
  }

  private Map<String, Object> members(int depth) {
    Map<String, Object> members = new LinkedHashMap<>();
    pass('{');
    if (passed('}')) {
      return members;
    }
    do {
      String name = string();
      pass(':');
      members.put(name, value(depth + 1));
    } while (passed(','));
    pass('}');
    return members;
  }

  private Object array(int depth) {
    pass('[');
    if (!passed(']')) {
      do {
        Object unused = value(depth + 1);
      } while (passed(','));
      pass(']');
    }
    return ARRAY;
  }

  /** Escapes stay as they are written: no address and no number has any. */
  private String string() {
    pass('"');
    int start = at;
    while (text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return text.substring(start, at++);
  }

  private Object bare() {
    int start = at;
    while (at < text.length() && ENDS_OF_BARE_WORDS.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(start, at);
    return switch (word) {
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      case "null" -> ARRAY;
      default -> Double.valueOf(word);
    };
  }
}
