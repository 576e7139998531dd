package io.kitproof.boards.kit.mqtt;

import java.util.Optional;
import java.util.stream.Stream;

/** The control packets the library knows, with their codes (MQTT 3.1.1, table 2.1). */
enum PacketType {
  CONNECT(1),
  CONNACK(2),
  PUBLISH(3),
  PUBACK(4),
  SUBSCRIBE(8),
  SUBACK(9),
  PINGREQ(12),
  PINGRESP(13),
  DISCONNECT(14);

  private final int code;

  PacketType(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static Optional<PacketType> of(int code) {
    return Stream.of(values()).filter(t -> t.code == code).findFirst();
  }
}
