package io.kitproof.broker.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose client takes too long: for the head of a request, for its body, for the
 * answer, for the next request. Only the operation itself takes the time it needs. Sees bytes.
 */
final class Deadlines extends ChannelInboundHandlerAdapter {

  private final HttpLimits limits;
  private @Nullable ChannelHandlerContext context;
  private @Nullable Future<?> timer;
  private boolean idle;

  Deadlines(HttpLimits limits) {
    this.limits = limits;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    context = ctx;
    within(limits.headTime());
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    none();
    context = null;
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    none();
    ctx.fireChannelInactive();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object bytes) {
    if (idle) {
      within(limits.headTime());
    }
    ctx.fireChannelRead(bytes);
  }

  /** The head is there. */
  void body() {
    within(limits.bodyTime());
  }

  /** The request is there. */
  void working() {
    none();
  }

  /** The answer is on its way. */
  void answering() {
    within(limits.bodyTime());
  }

  /** The answer is gone. */
  void idle() {
    within(limits.idle());
    idle = true;
  }

  private void within(Duration limit) {
    none();
    ChannelHandlerContext ctx = context;
    if (ctx != null && ctx.channel().isOpen()) {
      timer = ctx.executor().schedule(() -> ctx.close(), limit.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private void none() {
    idle = false;
    Future<?> running = timer;
    if (running != null) {
      running.cancel(false);
      timer = null;
    }
  }
}
