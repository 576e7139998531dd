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
  private final Clients clients;
  private final EventLoopGroup loop;
  private final AutoCloseable listening;

  Changes(Principals principals, Clients clients, EventLoopGroup loop) {
    this.clients = clients;
    this.loop = loop;
    this.listening = principals.onChange(this::happened);
  }

  private void happened() {
    if (due.compareAndSet(false, true)) {
      loop.execute(this::judgeAgain);
    }
  }

  private void judgeAgain() {
    due.set(false);
    for (Connection connection : clients.all()) {
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
