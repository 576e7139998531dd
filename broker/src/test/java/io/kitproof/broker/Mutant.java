package io.kitproof.broker;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Makes wrong things out of right ones. */
public final class Mutant {

  private static final String[] SCRAPS = {
    "",
    "0",
    "-1",
    "1e999",
    "9".repeat(40),
    "null",
    "true",
    "{}",
    "[]",
    "\"",
    "\\",
    "\\u0000",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"a\":1,",
    "${",
    "${iot:ClientId}",
    "$",
    "*",
    "?",
    "#",
    "+",
    "/",
    "%",
    "%00",
    "%2F",
    "..",
    "\r\n",
    "\u0000",
    "\u00ff",
    "\ud83d\ude00",
    " ".repeat(70),
    "a".repeat(300),
    "[".repeat(200),
    "{\"a\":".repeat(60)
  };

  private final Random random;

  public Mutant(Random random) {
    this.random = random;
  }

  /** The text with one to four changes, or now and then as it was. */
  public String of(String text) {
    String mutant = text;
    for (int changes = random.nextInt(5); changes > 0; changes--) {
      mutant = changed(mutant);
    }
    return mutant;
  }

  /** The bytes with one to four changes, or now and then as they were. */
  public byte[] of(byte[] bytes) {
    return of(new String(bytes, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Any bytes. */
  public byte[] noise(int atMost) {
    byte[] noise = new byte[random.nextInt(atMost + 1)];
    random.nextBytes(noise);
    return noise;
  }

  /** One of them. */
  @SafeVarargs
  public final <T> T any(T... these) {
    return these[random.nextInt(these.length)];
  }

  private String changed(String text) {
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + random.nextInt(12));
    switch (random.nextInt(7)) {
      case 0:
        return text.substring(0, from) + text.substring(to);
      case 1:
        return text.substring(0, from) + any(SCRAPS) + text.substring(from);
      case 2:
        return text.substring(0, from) + any(SCRAPS) + text.substring(to);
      case 3:
        return text.substring(0, to) + text.substring(from);
      case 4:
        return text.substring(0, from);
      case 5:
        char[] characters = text.toCharArray();
        if (from < characters.length) {
          characters[from] = (char) random.nextInt(256);
        }
        return new String(characters);
      default:
        return word(text);
    }
  }

  /** One of its words in the place of another. */
  private String word(String text) {
    String[] words = text.split("\\b", -1);
    String[] moved = Arrays.copyOf(words, words.length);
    moved[random.nextInt(words.length)] = words[random.nextInt(words.length)];
    return String.join("", moved);
  }
}
