package io.kitproof.broker.gateway;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;

/**
 * Sends each packet in a TLS record and a segment of its own, since stock firmware loses the second
 * of a segment; but of a flood only the first few, and the rest together: no kit can follow that,
 * and a record for each would halve what others get.
 */
final class Flushes extends ChannelDuplexHandler {

  /** In a turn of the loop. */
  static final int ALONE = 8;

  private final Connection connection;
  private int alone;
  private boolean written;
  private boolean owed;

  Flushes(Connection connection) {
    this.connection = connection;
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object bytes, ChannelPromise promise) {
    written = true;
    ctx.write(bytes, promise);
  }

  @Override
  public void flush(ChannelHandlerContext ctx) {
    if (!written) {
      return;
    }
    if (alone == ALONE) {
      owed = true;
      connection.writtenNanos = System.nanoTime();
      return;
    }
    if (alone == 0) {
      ctx.executor().execute(() -> turned(ctx));
    }
    alone++;
    flushNow(ctx);
  }

  private void turned(ChannelHandlerContext ctx) {
    alone = 0;
    if (owed) {
      flushNow(ctx);
    }
  }

  private void flushNow(ChannelHandlerContext ctx) {
    written = false;
    owed = false;
    ctx.flush();
  }

  @Override
  public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
    if (owed) {
      flushNow(ctx);
    }
    ctx.close(promise);
  }
}
