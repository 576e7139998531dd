package io.kitproof.boards.kit.config;

import java.util.Arrays;
import java.util.Optional;

/**
 * WICED 6: a request may come in any number of packets, and each connection has its own place for
 * it (kits.md section 6). kits.md is silent about its size; whoever sends more than the older
 * server's buffer holds, header and body each, is hung up on.
 */
final class Reassembly implements Arrivals {
  private static final int LONGEST = AssemblyBuffer.SIZE;
  private static final byte[] NOTHING = {};

  private byte[] pending = NOTHING;

  @Override
  public Optional<Request> take(byte[] segment) throws NotHttp {
    int before = pending.length;
    pending = Arrays.copyOf(pending, before + segment.length);
    System.arraycopy(segment, 0, pending, before, segment.length);
    int start = Header.end(pending, pending.length);
    if (start < 0) {
      atMost(pending.length);
      return Optional.empty();
    }
    Header header = Header.of(pending, pending.length);
    atMost(header.contentLength());
    int end = start + header.contentLength();
    if (pending.length < end) {
      return Optional.empty();
    }
    byte[] body = Arrays.copyOfRange(pending, start, end);
    pending = Arrays.copyOfRange(pending, end, pending.length);
    return Optional.of(new Request(header, body));
  }

  private static void atMost(int length) throws NotHttp {
    if (length > LONGEST) {
      throw new NotHttp("a request of more than " + LONGEST + " bytes");
    }
  }
}
