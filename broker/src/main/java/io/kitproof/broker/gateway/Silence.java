package io.kitproof.broker.gateway;

import io.kitproof.broker.traffic.Disconnect.Cause;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends a connection from which no whole packet came for 1.5 times its keep alive. It stands behind
 * the frames: bytes of a packet that never ends keep nothing alive.
 */
final class Silence extends ChannelInboundHandlerAdapter {

  private final Connection connection;
  private final long longest;
  private final LongSupplier clock;
  private long heard;
  private @Nullable Future<?> check;

  /**
   * @param clock in nanoseconds, as {@link System#nanoTime}
   */
  Silence(Connection connection, Duration keepAlive, LongSupplier clock) {
    this.connection = connection;
    this.longest = keepAlive.toNanos() * 3 / 2;
    this.clock = clock;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    heard = clock.getAsLong();
    checkIn(ctx, longest);
  }

  private void checkIn(ChannelHandlerContext ctx, long nanos) {
    check = ctx.executor().schedule(() -> look(ctx), nanos, TimeUnit.NANOSECONDS);
  }

  private void look(ChannelHandlerContext ctx) {
    long left = heard + longest - clock.getAsLong();
    if (left > 0) {
      checkIn(ctx, left);
      return;
    }
    connection.ends(
        Cause.MQTT_KEEP_ALIVE_TIMEOUT,
        "no packet came from the client for 1.5 times its keep alive");
    ctx.channel().close();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object packet) {
    heard = clock.getAsLong();
    ctx.fireChannelRead(packet);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    Future<?> pending = check;
    if (pending != null) {
      pending.cancel(false);
    }
    ctx.fireChannelInactive();
  }
}
