package io.kitproof.broker.gateway;

import io.netty.channel.EventLoopGroup;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has every open connection judged again when certificates, policies or attachments change; of many
 * changes at once, once.
 */
final class Changes implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Changes.class);

  private final AtomicBoolean due = new AtomicBoolean();
  private final House house;
  private final EventLoopGroup loop;
  private final AutoCloseable listening;

  Changes(Principals principals, House house, EventLoopGroup loop) {
    this.house = house;
    this.loop = loop;
    this.listening = principals.onChange(this::happened);
  }

  private void happened() {
    // Counted here and now: the loop may read a packet before it gets to the task.
    house.changes().incrementAndGet();
    if (due.compareAndSet(false, true)) {
      loop.execute(this::judgeAgain);
    }
  }

  private void judgeAgain() {
    due.set(false);
    for (Connection connection : house.clients().all()) {
      connection.channel().pipeline().fireUserEventTriggered(Gate.CHANGED);
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (Exception e) {
      LOG.warn("The gateway cannot stop listening to changes of policies.", e);
    }
  }
}
