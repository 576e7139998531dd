package io.kitproof.boards.kit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.kitproof.boards.kit.mqtt.Channel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** What an HTTP server answers: its header with the blank line that ends it, and its payload. */
record HttpResponse(String header, String payload) {
  /** More than any shadow with its metadata; kits.md is silent about what the kit has room for. */
  private static final int LONGEST = 64 << 10;

  private static final String HEADER_END = "\r\n\r\n";
  private static final String LENGTH = "\r\ncontent-length: ";
  private static final int MOST_DIGITS = 6;

  /**
   * Waits until all of it has come; nothing when the server hangs up before the header has.
   *
   * @throws IOException if the connection breaks, or it is longer than there is room
   */
  static Optional<HttpResponse> read(Channel server) throws IOException {
    ByteArrayOutputStream came = new ByteArrayOutputStream();
    byte[] segment = server.read();
    while (segment.length > 0) {
      came.writeBytes(segment);
      if (came.size() > LONGEST) {
        throw new IOException("an answer of more than " + LONGEST + " bytes");
      }
      String text = came.toString(ISO_8859_1);
      if (text.length() >= end(text)) {
        return Optional.of(of(text));
      }
      segment = server.read();
    }
    String text = came.toString(ISO_8859_1);
    return text.contains(HEADER_END) ? Optional.of(of(text)) : Optional.empty();
  }

  private static HttpResponse of(String text) {
    int start = text.indexOf(HEADER_END) + HEADER_END.length();
    String payload = text.substring(start, Math.min(text.length(), end(text)));
    return new HttpResponse(
        text.substring(0, start), new String(payload.getBytes(ISO_8859_1), UTF_8));
  }

  /** Where it ends; out of reach while the header has not come, and without a length. */
  private static int end(String text) {
    int start = text.indexOf(HEADER_END);
    if (start < 0) {
      return Integer.MAX_VALUE;
    }
    String header = text.substring(0, start + 2).toLowerCase(Locale.ROOT);
    int at = header.indexOf(LENGTH);
    if (at < 0) {
      return Integer.MAX_VALUE;
    }
    int from = at + LENGTH.length();
    String digits = header.substring(from, header.indexOf("\r\n", from));
    return digits.matches("\\d{1," + MOST_DIGITS + "}")
        ? start + HEADER_END.length() + Integer.parseInt(digits)
        : Integer.MAX_VALUE;
  }
}
