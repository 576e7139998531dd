package io.kitproof.broker.http.sign;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoding of RFC 3986, over texts of which each character is a byte. */
final class Escapes {

  private static final String UNRESERVED = "-._~";
  private static final String HEX = "0123456789ABCDEF";

  private Escapes() {}

  /** Encodes all but letters, digits and {@code -._~}. */
  static String encoded(String bytes) {
    StringBuilder encoded = new StringBuilder(bytes.length());
    for (byte one : bytes.getBytes(StandardCharsets.ISO_8859_1)) {
      char c = (char) (one & 0xFF);
      if (isUnreserved(c)) {
        encoded.append(c);
      } else {
        encoded.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
      }
    }
    return encoded.toString();
  }

  /** Decodes a name or a value of a query; a percent sign that encodes nothing stays. */
  static String decoded(String text) {
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int code = c == '%' && i + 2 < text.length() ? code(text, i + 1) : -1;
      if (code >= 0) {
        decoded.write(code);
        i += 2;
      } else {
        decoded.write(c == '+' ? ' ' : c);
      }
    }
    return decoded.toString(StandardCharsets.ISO_8859_1);
  }

  private static int code(String text, int at) {
    int high = Character.digit(text.charAt(at), 16);
    int low = Character.digit(text.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  private static boolean isUnreserved(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || UNRESERVED.indexOf(c) >= 0;
  }
}
