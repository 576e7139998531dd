package io.kitproof.boards.kit.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** URLs and numbers as the kit's C code reads them; one character a byte. */
final class UrlText {
  private static final int MOST_DIGITS = 9;

  private UrlText() {}

  /** Decodes {@code %XX} and {@code +} all over; a byte of 0 ends the text. */
  static String decode(String url) {
    StringBuilder text = new StringBuilder(url.length());
    for (int at = 0; at < url.length(); at++) {
      char c = url.charAt(at);
      if (c == '%' && hex(url, at + 1) && hex(url, at + 2)) {
        c = (char) Integer.parseInt(url.substring(at + 1, at + 3), 16);
        at += 2;
      } else if (c == '+') {
        c = ' ';
      }
      if (c == 0) {
        break;
      }
      text.append(c);
    }
    return text.toString();
  }

  private static boolean hex(String text, int at) {
    return at < text.length() && text.charAt(at) < 128 && Character.digit(text.charAt(at), 16) >= 0;
  }

  /** As {@code atoi}: the digits it begins with, 0 without any; of more than nine the first. */
  static int number(String text) {
    int end = 0;
    while (end < Math.min(text.length(), MOST_DIGITS)
        && text.charAt(end) >= '0'
        && text.charAt(end) <= '9') {
      end++;
    }
    return end == 0 ? 0 : Integer.parseInt(text.substring(0, end));
  }

  /** Bytes for people: names come in UTF-8. */
  static String words(String bytes) {
    return new String(bytes.getBytes(ISO_8859_1), UTF_8);
  }

  /** The other way round. */
  static String bytes(String words) {
    return new String(words.getBytes(UTF_8), ISO_8859_1);
  }
}
