package io.kitproof.boards.kit.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * A response as it goes on the wire.
 *
 * @param thenConnect the kit leaves its access point once this is on its way
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Answer(byte[] bytes, boolean thenConnect) {
  private static final String NO_STORE =
      "Cache-Control: no-store, no-cache, must-revalidate, post-check=0, pre-check=0\r\n";

  /** A page that is made as it is sent; each part is a chunk of its own, none may be empty. */
  static Answer made(String mime, List<String> parts, boolean close) {
    StringBuilder body = new StringBuilder();
    for (String part : parts) {
      body.append(Integer.toHexString(part.length())).append("\r\n").append(part).append("\r\n");
    }
    String head =
        "HTTP/1.1 200 OK\r\n"
            + ("Content-Type: " + mime + "\r\n")
            + "Transfer-Encoding: chunked\r\n"
            + NO_STORE;
    return of(head + connection(close) + body + "0\r\n\r\n");
  }

  /** A file. */
  static Answer file(String mime, byte[] content, boolean close) {
    String head = "HTTP/1.1 200 OK\r\nContent-Type: " + mime + "\r\n";
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes((head + length(content.length) + connection(close)).getBytes(ISO_8859_1));
    all.writeBytes(content);
    return new Answer(all.toByteArray(), false);
  }

  /** Look there instead. The kit gives no reason phrase. */
  static Answer moved(String location, boolean close) {
    return of("HTTP/1.1 301\r\nLocation: " + location + "\r\n" + length(0) + connection(close));
  }

  /** There is nothing, and it says no more than that. */
  static Answer notFound(boolean close) {
    return of("HTTP/1.1 404 Not Found\r\n" + length(0) + connection(close));
  }

  /** The same answer; afterwards the kit goes. */
  Answer andConnect() {
    return new Answer(bytes, true);
  }

  private static Answer of(String text) {
    return new Answer(text.getBytes(ISO_8859_1), false);
  }

  private static String length(int bytes) {
    return "Content-Length: %d\r\n".formatted(bytes);
  }

  private static String connection(boolean close) {
    return "Connection: " + (close ? "close" : "Keep-Alive") + "\r\n\r\n";
  }
}
