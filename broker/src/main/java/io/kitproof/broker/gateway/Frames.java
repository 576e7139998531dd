package io.kitproof.broker.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the stream into packets and refuses what no decoder should see: forbidden fixed-header flags
 * (Netty's decoder forgives them), lengths that are no lengths, packets above the limit, packets
 * that end in the middle of a field (Netty's decoder would wait for ever).
 */
final class Frames extends ByteToMessageDecoder {

  /** 128 KiB of payload and what AWS IoT adds for the rest of a packet (facts 2.2, 2.4). */
  static final int MAX_REMAINING = 146 * 1024;

  private static final int MAX_LENGTH_BYTES = 4;
  private static final int SHOWN_BYTES = 16;
  private static final int PUBLISH = 3;

  private final Connection connection;

  Frames(Connection connection) {
    this.connection = connection;
  }

  /** Bytes that are no packet; travels through the pipeline in the place of one. */
  record Malformed(Refusal why, int type, String firstBytes) {}

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    if (connection.ending()) {
      in.skipBytes(in.readableBytes());
      return;
    }
    int start = in.readerIndex();
    int first = in.getUnsignedByte(start);
    Refusal flags = wrongFlags(first);
    if (flags != null) {
      refuse(ctx, in, flags);
      return;
    }
    int length = 0;
    int used = 0;
    int digit;
    do {
      if (used == MAX_LENGTH_BYTES) {
        refuse(
            ctx, in, Refusal.malformed("the remaining length of a packet has more than 4 bytes"));
        return;
      }
      if (in.readableBytes() < 2 + used) {
        return;
      }
      digit = in.getUnsignedByte(start + 1 + used);
      length |= (digit & 0x7F) << (7 * used);
      used++;
    } while ((digit & 0x80) != 0);
    if (length > MAX_REMAINING) {
      refuse(
          ctx,
          in,
          Refusal.tooLarge(
              "a packet of " + length + " bytes, at most " + MAX_REMAINING + " are taken"));
      return;
    }
    if (in.readableBytes() >= 1 + used + length) {
      forward(ctx, in.readRetainedSlice(1 + used + length), in, first);
    }
  }

  private void forward(ChannelHandlerContext ctx, ByteBuf frame, ByteBuf rest, int first) {
    byte[] head = head(frame);
    long before = connection.decoded;
    ctx.fireChannelRead(frame);
    if (connection.decoded == before && !connection.ending()) {
      Refusal why = Refusal.malformed("a packet that ends in the middle of a field");
      ctx.fireChannelRead(new Malformed(why, first >> 4, words(head)));
      rest.skipBytes(rest.readableBytes());
    }
  }

  private static void refuse(ChannelHandlerContext ctx, ByteBuf in, Refusal why) {
    Malformed malformed =
        new Malformed(why, in.getUnsignedByte(in.readerIndex()) >> 4, words(head(in)));
    in.skipBytes(in.readableBytes());
    ctx.fireChannelRead(malformed);
  }

  private static byte[] head(ByteBuf bytes) {
    byte[] head = new byte[Math.min(SHOWN_BYTES, bytes.readableBytes())];
    bytes.getBytes(bytes.readerIndex(), head);
    return head;
  }

  private static String words(byte[] head) {
    return HexFormat.ofDelimiter(" ").formatHex(head);
  }

  private static @Nullable Refusal wrongFlags(int first) {
    int type = first >> 4;
    int flags = first & 0x0F;
    String named = String.format(java.util.Locale.ROOT, "0x%02X", first);
    if (type == 0) {
      return Refusal.malformed("first byte " + named + " names no packet type");
    }
    if (type == PUBLISH) {
      int qos = (flags >> 1) & 3;
      if (qos == 3) {
        return Refusal.malformed("a PUBLISH with QoS 3 (first byte " + named + ")");
      }
      return qos == 0 && (flags & 8) != 0
          ? Refusal.malformed("a PUBLISH with QoS 0 and DUP (first byte " + named + ")")
          : null;
    }
    boolean subscription = type == 6 || type == 8 || type == 10;
    int wanted = subscription ? 2 : 0;
    return flags == wanted
        ? null
        : Refusal.malformed("forbidden flags in the fixed header (first byte " + named + ")");
  }
}
