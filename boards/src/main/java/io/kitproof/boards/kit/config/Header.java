package io.kitproof.boards.kit.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;

/**
 * What the kit reads out of a request's header, and no more: the method is never looked at, names
 * of fields count to the letter (kits.md section 2).
 *
 * @param url decoded already: a {@code %26} in it is an ampersand like any other
 * @param contentLength 0 where the field is missing or no number
 */
record Header(String url, Optional<String> contentType, int contentLength, boolean close) {
  private static final byte[] END = "\r\n\r\n".getBytes(ISO_8859_1);
  private static final String VERSION = " HTTP/1.1";

  /** The index behind the blank line within the first bytes; -1 if there is none. */
  static int end(byte[] bytes, int length) {
    for (int at = 0; at + END.length <= length; at++) {
      if (bytes[at] == END[0]
          && bytes[at + 1] == END[1]
          && bytes[at + 2] == END[2]
          && bytes[at + 3] == END[3]) {
        return at + END.length;
      }
    }
    return -1;
  }

  /**
   * Reads the header at the start of the bytes.
   *
   * @throws NotHttp if its first line is not that of HTTP/1.1, or its end is not among the bytes
   */
  static Header of(byte[] bytes, int length) throws NotHttp {
    int end = end(bytes, length);
    if (end < 0) {
      throw new NotHttp("a header that does not end in its packet");
    }
    String text = new String(bytes, 0, end - 2, ISO_8859_1);
    String line = text.substring(0, text.indexOf("\r\n"));
    int url = line.indexOf(' ') + 1;
    int version = line.length() - VERSION.length();
    if (url == 0 || url > version || !line.endsWith(VERSION)) {
      throw new NotHttp("a request that is not of HTTP/1.1");
    }
    return new Header(
        UrlText.decode(line.substring(url, version)),
        field(text, "Content-Type: "),
        field(text, "Content-Length: ").map(UrlText::number).orElse(0),
        field(text, "Connection: ").filter("close"::equals).isPresent());
  }

  private static Optional<String> field(String text, String name) {
    int at = text.indexOf("\r\n" + name);
    if (at < 0) {
      return Optional.empty();
    }
    int value = at + 2 + name.length();
    return Optional.of(text.substring(value, text.indexOf("\r\n", value)));
  }
}
