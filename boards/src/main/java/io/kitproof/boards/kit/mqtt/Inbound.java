package io.kitproof.boards.kit.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Optional;

/** A packet from the broker, as far as the library reads it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Inbound(PacketType type, int flags, byte[] body) {
  /** One TCP segment of an Ethernet network; what is longer never reaches the library. */
  static final int SEGMENT = 1460;

  /**
   * The first packet of a segment. The library looks at nothing else: what follows in the same
   * segment is lost, what does not end in it is dropped.
   */
  static Optional<Inbound> first(byte[] segment) {
    return segment.length > SEGMENT ? Optional.empty() : whole(segment);
  }

  /** The packet that starts here, if all of it is here. */
  static Optional<Inbound> whole(byte[] segment) {
    if (segment.length < 2) {
      return Optional.empty();
    }
    int length = 0;
    int at = 1;
    int digit;
    do {
      if (at >= segment.length || at > 4) {
        return Optional.empty();
      }
      digit = segment[at] & 0xFF;
      length |= (digit & 0x7F) << (7 * (at - 1));
      at++;
    } while (digit > 127);
    if (at + length > segment.length) {
      return Optional.empty();
    }
    byte[] body = Arrays.copyOfRange(segment, at, at + length);
    int flags = segment[0] & 0x0F;
    return PacketType.of((segment[0] >> 4) & 0x0F).map(type -> new Inbound(type, flags, body));
  }

  /** The packet id at the start of a PUBACK or SUBACK; 0, which is no id, when it is cut off. */
  int id() {
    return number(0);
  }

  /** The code of a CONNACK; as good as 0 when it is cut off. */
  int code() {
    return body.length < 2 ? 0 : body[1] & 0xFF;
  }

  /** A PUBLISH taken apart; nothing when it is cut off. */
  Optional<Publication> publication() {
    int qos = (flags >> 1) & 3;
    int topicEnd = 2 + number(0);
    int start = topicEnd + (qos > 0 ? 2 : 0);
    if (start > body.length) {
      return Optional.empty();
    }
    String topic = new String(body, 2, topicEnd - 2, UTF_8);
    byte[] payload = Arrays.copyOfRange(body, start, body.length);
    return Optional.of(new Publication(topic, payload, qos, qos > 0 ? number(topicEnd) : 0));
  }

  private int number(int at) {
    return at + 2 > body.length ? 0 : ((body[at] & 0xFF) << 8) | (body[at + 1] & 0xFF);
  }

  /** What a PUBLISH says. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Publication(String topic, byte[] payload, int qos, int id) {}
}
