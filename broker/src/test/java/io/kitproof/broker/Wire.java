package io.kitproof.broker;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** MQTT packets as bytes, made by hand so that they may be wrong. */
public final class Wire {

  private Wire() {}

  public static byte[] connect(String clientId) {
    return connect(clientId, 4, 0x02, 60, bytes());
  }

  /** A CONNECT with level, flags and keep alive as given; {@code rest} follows the client id. */
  public static byte[] connect(String clientId, int level, int flags, int keepAlive, byte[] rest) {
    byte[] properties = level == 5 ? bytes(0) : bytes();
    return packet(
        0x10,
        join(
            string("MQTT"),
            bytes(level, flags, keepAlive >> 8, keepAlive & 0xFF),
            properties,
            string(clientId),
            rest));
  }

  public static byte[] publish(String topic, int qos, int id, String payload) {
    byte[] packetId = qos == 0 ? bytes() : bytes(id >> 8, id & 0xFF);
    byte[] body = payload.getBytes(StandardCharsets.UTF_8);
    return packet(0x30 | qos << 1, join(string(topic), packetId, body));
  }

  public static byte[] subscribe(int id, int qos, String... filters) {
    return filters(0x82, id, qos, filters);
  }

  public static byte[] unsubscribe(int id, String... filters) {
    return filters(0xA2, id, -1, filters);
  }

  private static byte[] filters(int first, int id, int qos, String... filters) {
    byte[] body = bytes(id >> 8, id & 0xFF);
    for (String filter : filters) {
      body = join(body, string(filter), qos < 0 ? bytes() : bytes(qos));
    }
    return packet(first, body);
  }

  public static byte[] packet(int first, byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(first);
    int left = body.length;
    do {
      int digit = left & 0x7F;
      left >>= 7;
      out.write(left > 0 ? digit | 0x80 : digit);
    } while (left > 0);
    out.writeBytes(body);
    return out.toByteArray();
  }

  public static byte[] string(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return join(bytes(utf8.length >> 8, utf8.length & 0xFF), utf8);
  }

  public static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  public static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  public static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
