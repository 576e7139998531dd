package io.kitproof.boards.kit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

/** What all shadows publish, byte for byte, and how they print what they get (kits.md 1.3). */
final class ShadowText {
  /** The payloads are sent with the NUL that ends them in C. */
  private static final String REPORTED = "{ \"state\": {\"reported\": { \"status\": \"%s\" } } }\0";

  private static final String DESIRED = "{ \"state\": {\"desired\": { \"status\": \"%s\" } } }\0";

  private static final String DESIRED_AND_REPORTED =
      "{ \"state\": {\"desired\": { \"status\": \"%1$s\" } ,"
          + "\"reported\": { \"status\": \"%1$s\" } } }\0";

  private ShadowText() {}

  static byte[] reported(String state) {
    return REPORTED.formatted(state).getBytes(US_ASCII);
  }

  /** What is published when the light has changed. */
  static byte[] changed(Quirks.Reports reports, String state) {
    return switch (reports) {
      case BOTH -> DESIRED_AND_REPORTED.formatted(state).getBytes(US_ASCII);
      case DESIRED -> DESIRED.formatted(state).getBytes(US_ASCII);
      case REPORTED -> reported(state);
    };
  }

  /** What C prints of bytes: those before a NUL. */
  static String printable(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }

  /** The same of a text that has one character a byte. */
  static String printable(String bytes) {
    return printable(bytes.getBytes(ISO_8859_1));
  }
}
