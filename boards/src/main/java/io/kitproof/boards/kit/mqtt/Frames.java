package io.kitproof.boards.kit.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** The packets the library sends, byte for byte (MQTT 3.1.1, section 3). */
final class Frames {
  private static final int LEVEL_3_1_1 = 4;
  private static final int CLEAN_SESSION = 0x02;

  private Frames() {}

  /** No will, no user; with a clean session, flags 0x02 as the kits send them. */
  static byte[] connect(Hello hello) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    text(body, "MQTT");
    body.write(LEVEL_3_1_1);
    body.write(hello.cleanSession() ? CLEAN_SESSION : 0);
    number(body, (int) hello.keepAlive().toSeconds());
    text(body, hello.clientId());
    return frame(PacketType.CONNECT, 0, body);
  }

  /** The id is only sent at QoS 1. DUP is never set, not even when a message is sent again. */
  static byte[] publish(Message message, int id) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    text(body, message.topic());
    if (message.qos() > 0) {
      number(body, id);
    }
    body.writeBytes(message.payload());
    return frame(PacketType.PUBLISH, message.qos() << 1 | (message.retain() ? 1 : 0), body);
  }

  static byte[] subscribe(String filter, int qos, int id) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    number(body, id);
    text(body, filter);
    body.write(qos);
    return frame(PacketType.SUBSCRIBE, 0x02, body);
  }

  static byte[] puback(int id) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    number(body, id);
    return frame(PacketType.PUBACK, 0, body);
  }

  static byte[] pingreq() {
    return frame(PacketType.PINGREQ, 0, new ByteArrayOutputStream());
  }

  static byte[] disconnect() {
    return frame(PacketType.DISCONNECT, 0, new ByteArrayOutputStream());
  }

  private static byte[] frame(PacketType type, int flags, ByteArrayOutputStream body) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(type.code() << 4 | flags);
    int rest = body.size();
    do {
      all.write(rest % 128 | (rest > 127 ? 128 : 0));
      rest /= 128;
    } while (rest > 0);
    all.writeBytes(body.toByteArray());
    return all.toByteArray();
  }

  private static void text(ByteArrayOutputStream body, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    number(body, bytes.length);
    body.writeBytes(bytes);
  }

  private static void number(ByteArrayOutputStream body, int number) {
    body.write(number >> 8);
    body.write(number);
  }
}
