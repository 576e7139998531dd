package io.kitproof.boards.kit.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server of a kit's configuration access point, on a free loopback port in place of
 * 192.168.0.1:80. It does what the kit's does, mistakes included (kits.md section 2): one thread
 * takes packets as they come, from at most ten connections. Where the kit's would crash it answers
 * nothing more; a reset of the kit is to close it and open another.
 */
public final class ConfigServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ConfigServer.class);
  private static final int MOST_VISITORS = 10;
  private static final long PATIENCE_MILLIS = 5000;

  private final ConfigTarget target;
  private final Site site;
  private final AssemblyBuffer buffer = new AssemblyBuffer();
  private final Selector selector;
  private final ServerSocketChannel door;
  private final InetSocketAddress address;
  private final Thread thread;
  private final AtomicBoolean closed = new AtomicBoolean();

  private ConfigServer(ConfigTarget target, Selector selector, ServerSocketChannel door)
      throws IOException {
    this.target = target;
    this.site = new Site(target);
    this.selector = selector;
    door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    door.configureBlocking(false);
    this.door = door;
    SelectionKey unused = door.register(selector, SelectionKey.OP_ACCEPT);
    this.address = (InetSocketAddress) door.getLocalAddress();
    this.thread = new Thread(this::serve, "kitproof-config-" + address.getPort());
    thread.setDaemon(true);
  }

  /**
   * Listens; the caller closes it.
   *
   * @param target is called on the server's own thread
   * @throws UncheckedIOException if there is no port left
   */
  public static ConfigServer open(ConfigTarget target) {
    try {
      Selector selector = Selector.open();
      ServerSocketChannel door = ServerSocketChannel.open();
      try {
        ConfigServer server = new ConfigServer(target, selector, door);
        server.thread.start();
        return server;
      } catch (IOException e) {
        door.close();
        selector.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A configuration page could not be opened.", e);
    }
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return address;
  }

  private void serve() {
    try {
      while (!closed.get()) {
        int unused = selector.select();
        for (SelectionKey key : selector.selectedKeys()) {
          turn(key);
        }
        selector.selectedKeys().clear();
      }
    } catch (ServerCrash e) {
      // Nobody is let go: connections of a kit that hangs stay open.
      LOG.info("The configuration page at {} has crashed: {}", address, e.getMessage());
    } catch (IOException | RuntimeException e) {
      LOG.debug("The configuration page at {} has ended", address, e);
    }
  }

  private void turn(SelectionKey key) throws IOException {
    if (!key.isValid()) {
      return;
    }
    if (key.isAcceptable()) {
      welcome();
      return;
    }
    Visitor visitor = (Visitor) key.attachment();
    try {
      if (key.isWritable()) {
        visitor.sendOn(key);
      } else {
        listen(visitor, key);
      }
    } catch (NotHttp e) {
      LOG.debug("The configuration page hung up on {}", e.getMessage());
      visitor.leave();
    } catch (IOException e) {
      LOG.debug("A visitor of the configuration page is gone", e);
      visitor.leave();
    }
  }

  private void welcome() throws IOException {
    SocketChannel channel = door.accept();
    if (channel == null) {
      return;
    }
    if (selector.keys().size() > MOST_VISITORS) {
      channel.close();
      return;
    }
    channel.configureBlocking(false);
    Arrivals arrivals = target.reassembles() ? new Reassembly() : new PacketPair(buffer);
    Visitor visitor = new Visitor(channel, arrivals);
    SelectionKey unused = channel.register(selector, SelectionKey.OP_READ, visitor);
  }

  private void listen(Visitor visitor, SelectionKey key) throws IOException, NotHttp {
    for (byte[] segment : visitor.receive()) {
      Optional<Request> request = visitor.arrivals().take(segment);
      if (request.isPresent()) {
        Answer answer = site.answer(request.get());
        visitor.send(answer.bytes(), request.get().header().close(), key);
        if (answer.thenConnect()) {
          target.connect();
        }
      }
    }
  }

  /** Hangs up on everybody and ends the thread. May be called from it, by the target. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    if (Thread.currentThread() != thread) {
      thread.interrupt();
      awaitEnd();
    }
    try {
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException("A configuration page could not be closed.", e);
    }
  }

  private void awaitEnd() {
    try {
      thread.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
