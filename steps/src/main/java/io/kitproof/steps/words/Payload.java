package io.kitproof.steps.words;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * What a message carries, as a person would say it: a quoted text, perhaps {@code with a zero byte
 * at its end} as C ends a string, or {@code an empty message}, or {@code a JSON document}.
 */
public record Payload(String text) {
  static final String SAID =
      "an empty message|a JSON document|\"[^\"]*\"(?: with a zero byte at its end)?";

  /** Short enough for the ten bytes the firmware keeps. */
  private static final String JSON = "{\"on\":1}";

  static Payload of(String said) {
    if (!said.startsWith("\"")) {
      return new Payload(said.equals("a JSON document") ? JSON : "");
    }
    String quoted = said.substring(1, said.lastIndexOf('"'));
    return new Payload(said.endsWith("\"") ? quoted : quoted + '\0');
  }

  byte[] bytes() {
    return text.getBytes(UTF_8);
  }
}
