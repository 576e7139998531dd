package io.kitproof.boards.kit.config;

import java.util.Arrays;

/**
 * The one place in which the kit puts a header and a body together that came in two packets. It is
 * there once for all connections: a header that comes while another waits for its body takes its
 * place, and the next body, whoever sent it, is taken for that header's (kits.md section 2).
 */
final class AssemblyBuffer {
  static final int SIZE = 2048;

  private final byte[] bytes = new byte[SIZE];
  private int fill;

  /** Puts a header at the start, over whatever is there. */
  void begin(byte[] segment) {
    fill = 0;
    add(segment);
  }

  /**
   * Adds the rest and reads the request that stands there now.
   *
   * @throws ServerCrash if that is none, or the buffer overflows
   */
  Request complete(byte[] segment) {
    add(segment);
    int length = fill;
    fill = 0;
    try {
      Header header = Header.of(bytes, length);
      int body = Header.end(bytes, length);
      int end = Math.min(length, body + header.contentLength());
      return new Request(header, Arrays.copyOfRange(bytes, body, end));
    } catch (NotHttp e) {
      throw new ServerCrash("a body whose header was lost to another connection");
    }
  }

  private void add(byte[] segment) {
    if (fill + segment.length > SIZE) {
      throw new ServerCrash("a request of more than 2048 bytes");
    }
    System.arraycopy(segment, 0, bytes, fill, segment.length);
    fill += segment.length;
  }
}
