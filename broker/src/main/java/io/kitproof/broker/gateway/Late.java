package io.kitproof.broker.gateway;

import io.netty.channel.ChannelHandlerContext;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * What the script has happen late on one connection; all at once when the script is rolled back, so
 * that nothing of it is left.
 */
final class Late {

  private final Deque<Runnable> waiting = new ArrayDeque<>();

  void after(ChannelHandlerContext ctx, Duration delay, Runnable deed) {
    waiting.add(deed);
    var unused = ctx.executor().schedule(() -> due(deed), delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void due(Runnable deed) {
    if (waiting.remove(deed)) {
      deed.run();
    }
  }

  /** Nothing is late any more. What is written to a connection that ended is let go by Netty. */
  void now() {
    for (Runnable deed = waiting.poll(); deed != null; deed = waiting.poll()) {
      deed.run();
    }
  }
}
