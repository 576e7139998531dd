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

  /** A CONNECT of MQTT 5; what follows the client id is left to the caller. */
  public static byte[] connect5(String clientId, int flags, byte[] properties, byte[] rest) {
    return packet(
        0x10,
        join(string("MQTT"), bytes(5, flags, 0, 60), counted(properties), string(clientId), rest));
  }

  /** A PUBLISH of MQTT 5. */
  public static byte[] publish5(String topic, int qos, int id, byte[] properties, String payload) {
    byte[] packetId = qos == 0 ? bytes() : bytes(id >> 8, id & 0xFF);
    byte[] body = payload.getBytes(StandardCharsets.UTF_8);
    return packet(0x30 | qos << 1, join(string(topic), packetId, counted(properties), body));
  }

  /** A SUBSCRIBE of MQTT 5 without properties. */
  public static byte[] subscribe5(int id, int options, String... filters) {
    byte[] body = bytes(id >> 8, id & 0xFF, 0);
    for (String filter : filters) {
      body = join(body, string(filter), bytes(options));
    }
    return packet(0x82, body);
  }

  /** A PUBACK, as both versions have it. */
  public static byte[] puback(int id) {
    return packet(0x40, bytes(id >> 8, id & 0xFF));
  }

  /** With the retain flag set. */
  public static byte[] retained(byte[] publish) {
    byte[] changed = publish.clone();
    changed[0] |= 1;
    return changed;
  }

  private static byte[] counted(byte[] properties) {
    return join(bytes(properties.length), properties);
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

  public static String hexOf(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  public static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
