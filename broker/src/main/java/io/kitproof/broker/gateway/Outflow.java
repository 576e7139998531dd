package io.kitproof.broker.gateway;

import io.kitproof.broker.store.Store;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Keeps acknowledgements back until what they acknowledge is kept, and what is written after one
 * behind it. With a store in memory nothing ever waits.
 */
final class Outflow {

  private final Store store;
  private final Deque<Parcel> waiting = new ArrayDeque<>();

  Outflow(Store store) {
    this.store = store;
  }

  private final class Parcel implements Runnable {
    private final ChannelHandlerContext ctx;
    private final Object message;
    private final ChannelPromise promise;
    private boolean ready;

    Parcel(ChannelHandlerContext ctx, Object message, ChannelPromise promise, boolean ready) {
      this.ctx = ctx;
      this.message = message;
      this.promise = promise;
      this.ready = ready;
    }

    @Override
    public void run() {
      if (ctx.executor().inEventLoop()) {
        ready = true;
        send();
      } else {
        ctx.executor().execute(this);
      }
    }
  }

  /** Writes once everything that has changed so far is kept. */
  void whenKept(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    Parcel parcel = new Parcel(ctx, message, promise, false);
    waiting.add(parcel);
    store.whenKept(parcel);
  }

  void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    if (waiting.isEmpty()) {
      ctx.write(message, promise);
    } else {
      waiting.add(new Parcel(ctx, message, promise, true));
    }
  }

  private void send() {
    Parcel first = waiting.peek();
    while (first != null && first.ready) {
      waiting.remove();
      first.ctx.write(first.message, first.promise);
      first = waiting.peek();
    }
  }

  /** Nothing is written any more. */
  void end() {
    waiting.forEach(parcel -> ReferenceCountUtil.release(parcel.message));
    waiting.clear();
  }
}
