package io.kitproof.boards.kit.config;

import java.util.Arrays;
import java.util.Optional;

/**
 * WICED 4.1: a request comes whole in one packet, or its header in one and its whole body in the
 * next. A body that begins in one packet and goes on in another is the end of the server.
 */
final class PacketPair implements Arrivals {
  private enum Due {
    REQUEST,
    BODY,
    REST_OF_BODY
  }

  private final AssemblyBuffer buffer;
  private Due due = Due.REQUEST;
  private int missing;

  PacketPair(AssemblyBuffer buffer) {
    this.buffer = buffer;
  }

  @Override
  public Optional<Request> take(byte[] segment) throws NotHttp {
    return switch (due) {
      case REQUEST -> request(segment);
      case BODY -> body(segment);
      case REST_OF_BODY -> throw new ServerCrash("a body in more than one piece");
    };
  }

  private Optional<Request> request(byte[] segment) throws NotHttp {
    Header header = Header.of(segment, segment.length);
    int start = Header.end(segment, segment.length);
    int there = segment.length - start;
    if (there >= header.contentLength()) {
      byte[] body = Arrays.copyOfRange(segment, start, start + header.contentLength());
      return Optional.of(new Request(header, body));
    }
    buffer.begin(segment);
    missing = header.contentLength();
    due = there == 0 ? Due.BODY : Due.REST_OF_BODY;
    return Optional.empty();
  }

  private Optional<Request> body(byte[] segment) {
    if (segment.length < missing) {
      due = Due.REST_OF_BODY;
      return Optional.empty();
    }
    due = Due.REQUEST;
    return Optional.of(buffer.complete(segment));
  }
}
