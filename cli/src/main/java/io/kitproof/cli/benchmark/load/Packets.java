package io.kitproof.cli.benchmark.load;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/** The packets of MQTT 3.1.1 that a client writes (OASIS standard, chapter 3). */
final class Packets {
  static final int CONNACK = 2;
  static final int PUBLISH = 3;
  static final int PUBACK = 4;
  static final int SUBACK = 9;

  private static final int CONNECT_HEAD = 0x10;
  private static final int PUBLISH_HEAD = 0x30;
  private static final int PUBACK_HEAD = 0x40;
  private static final int SUBSCRIBE_HEAD = 0x82;
  private static final int CLEAN_SESSION = 0x02;
  private static final int QOS_1 = 0x02;
  private static final int LEVEL_3_1_1 = 4;

  /** The longest AWS IoT grants: an idle client need not ping while it is measured. */
  private static final int KEEP_ALIVE_SECONDS = 1200;

  private Packets() {}

  static void connect(ByteBuf out, String clientId) {
    head(out, CONNECT_HEAD, 10 + 2 + clientId.length());
    text(out, "MQTT");
    out.writeByte(LEVEL_3_1_1).writeByte(CLEAN_SESSION).writeShort(KEEP_ALIVE_SECONDS);
    text(out, clientId);
  }

  static void subscribe(ByteBuf out, int id, String filter, int qos) {
    head(out, SUBSCRIBE_HEAD, 2 + 2 + filter.length() + 1);
    out.writeShort(id);
    text(out, filter);
    out.writeByte(qos);
  }

  /** The id counts at QoS 1 only. */
  static void publish(ByteBuf out, byte[] topic, int qos, int id, byte[] payload) {
    int length = 2 + topic.length + (qos == 0 ? 0 : 2) + payload.length;
    head(out, PUBLISH_HEAD | (qos == 0 ? 0 : QOS_1), length);
    out.writeShort(topic.length).writeBytes(topic);
    if (qos != 0) {
      out.writeShort(id);
    }
    out.writeBytes(payload);
  }

  static void puback(ByteBuf out, int id) {
    head(out, PUBACK_HEAD, 2);
    out.writeShort(id);
  }

  private static void head(ByteBuf out, int first, int length) {
    out.writeByte(first);
    int left = length;
    while (left > 0x7F) {
      out.writeByte((left & 0x7F) | 0x80);
      left >>>= 7;
    }
    out.writeByte(left);
  }

  private static void text(ByteBuf out, String ascii) {
    out.writeShort(ascii.length()).writeBytes(ascii.getBytes(StandardCharsets.US_ASCII));
  }
}
