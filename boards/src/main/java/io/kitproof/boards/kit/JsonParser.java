package io.kitproof.boards.kit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.function.BiConsumer;

/**
 * The JSON parser of WICED 4.1 as far as deltas show it (kits.md 1.3): one pass that tells each
 * named value that goes by, whether or not the text turns out well. An object left open stays open
 * until power-off, so that nothing turns out well any more.
 */
final class JsonParser {
  private static final String ENDS_OF_BARE_WORDS = "{}[]\",: \t\r\n";

  private final BiConsumer<String, String> onValue;
  private boolean poisoned;

  /** Names and values come with one character a byte, because C counts bytes. */
  JsonParser(BiConsumer<String, String> onValue) {
    this.onValue = onValue;
  }

  /** True when this is one object, from the first byte to the last. */
  boolean parse(byte[] json) {
    Pass pass = new Pass(new String(json, ISO_8859_1));
    boolean one = pass.run();
    poisoned |= pass.depth > 0;
    return one && !poisoned;
  }

  private final class Pass {
    private final String text;
    private int at;
    private int depth;
    private String name = "";
    private boolean afterColon;

    Pass(String text) {
      this.text = text;
    }

    boolean run() {
      if (!text.startsWith("{")) {
        return false;
      }
      do {
        step(text.charAt(at));
      } while (depth > 0 && at < text.length());
      return depth == 0 && at == text.length();
    }

    private void step(char c) {
      switch (c) {
        case '"' -> string();
        case ' ', '\t', '\r', '\n' -> at++;
        case '{', '}', '[', ']', ',', ':' -> mark(c);
        default -> bare();
      }
    }

    /** After a colon comes a value; after any other mark, what has been named has none. */
    private void mark(char c) {
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      afterColon = c == ':';
      name = afterColon ? name : "";
      at++;
    }

    private void string() {
      int start = ++at;
      while (at < text.length() && text.charAt(at) != '"') {
        at += text.charAt(at) == '\\' ? 2 : 1;
      }
      tell(text.substring(start, Math.min(at, text.length())));
      at++;
    }

    /** A number, {@code true}, {@code false}, {@code null}, or something that is none of them. */
    private void bare() {
      int start = at;
      while (at < text.length() && ENDS_OF_BARE_WORDS.indexOf(text.charAt(at)) < 0) {
        at++;
      }
      tell(text.substring(start, at));
    }

    private void tell(String word) {
      if (!afterColon) {
        name = word;
      } else if (!name.isEmpty()) {
        onValue.accept(name, word);
        name = "";
      }
    }
  }
}
