package io.kitproof.cli.benchmark.load;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.CorruptedFrameException;
import java.util.List;

/** Cuts what the broker writes into packets and hands each to the client without a copy. */
final class Frames extends ByteToMessageDecoder {
  /** The remaining length may take so many bytes. */
  private static final int LENGTH_BYTES = 4;

  /** Takes a packet, which is only valid during the call. */
  interface Reader {
    void packet(int first, ByteBuf body);

    void settled();
  }

  private final Reader reader;

  Frames(Reader reader) {
    this.reader = reader;
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    while (in.readableBytes() >= 2) {
      int start = in.readerIndex();
      int first = in.readUnsignedByte();
      int length = length(in);
      if (length < 0 || in.readableBytes() < length) {
        in.readerIndex(start);
        return;
      }
      int end = in.readerIndex() + length;
      reader.packet(first, in.slice(in.readerIndex(), length));
      in.readerIndex(end);
    }
  }

  /** -1 when not all of it is there. */
  private static int length(ByteBuf in) {
    int length = 0;
    for (int i = 0; i < LENGTH_BYTES; i++) {
      if (!in.isReadable()) {
        return -1;
      }
      int part = in.readUnsignedByte();
      length |= (part & 0x7F) << (7 * i);
      if (part < 0x80) {
        return length;
      }
    }
    throw new CorruptedFrameException("a remaining length of more than four bytes");
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) throws Exception {
    reader.settled();
    super.channelReadComplete(ctx);
  }
}
