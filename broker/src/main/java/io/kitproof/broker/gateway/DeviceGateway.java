package io.kitproof.broker.gateway;

import io.kitproof.broker.ca.CertificateAuthority.ServerIdentity;
import io.kitproof.broker.core.BrokerCore;
import io.kitproof.broker.traffic.Connected;
import io.kitproof.broker.traffic.Disconnect.Cause;
import io.kitproof.broker.traffic.TrafficListener;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * AWS IoT's device gateway: mutual TLS on one port, then MQTT as AWS IoT speaks it, then the
 * broker's core. One thread carries all connections, so what the listener is told has one order.
 */
public final class DeviceGateway implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DeviceGateway.class);
  private static final long PATIENCE_SECONDS = 5;

  private final EventLoopGroup loop =
      new NioEventLoopGroup(1, new DefaultThreadFactory("kitproof-gateway", true));
  private final Script script = new Script();
  private final Clients clients = new Clients();
  private final Set<Connection> connections = new HashSet<>();
  private final CompletableFuture<SslContext> tls;
  private final BrokerCore core;
  private final Pipeline pipeline;
  private final Door door;
  private long numbers;
  private boolean admitting = true;
  private boolean closed;

  private DeviceGateway(
      InetSocketAddress where,
      CompletableFuture<ServerIdentity> identity,
      Principals principals,
      TrafficListener listener,
      Function<BrokerCore.Failures, BrokerCore> makeCore) {
    tls = identity.thenApply(Tls::context);
    core = makeCore.apply(this::coreFailed);
    TrafficListener careful = new CarefulListener(listener);
    pipeline = new Pipeline(new Rules(principals), script, core, clients, careful);
    door = opened(where);
  }

  private Door opened(InetSocketAddress where) {
    try {
      return new Door(loop, where, new Admission());
    } catch (RuntimeException e) {
      endThreads();
      throw e;
    }
  }

  /**
   * Opens a gateway and the core behind it; returns before the identity is ready, and connections
   * wait for it.
   *
   * @param where to listen; port 0 takes any free one
   * @throws java.io.UncheckedIOException if the port cannot be had
   */
  public static DeviceGateway open(
      InetSocketAddress where,
      CompletableFuture<ServerIdentity> identity,
      Principals principals,
      TrafficListener listener,
      Function<BrokerCore.Failures, BrokerCore> makeCore) {
    return new DeviceGateway(where, identity, principals, listener, makeCore);
  }

  /** Where it listens, or listened before it went down. */
  public InetSocketAddress address() {
    return door.address();
  }

  /** The clients that are connected now, in no order. */
  public List<Connected> connections() {
    return clients.connected();
  }

  /** Scripts what happens at the CONNECT of this client id, until rolled back. */
  public Rollback onConnect(String clientId, Misbehaviour.AtConnect what) {
    return script.onConnect(clientId, what);
  }

  /** Scripts what happens at a PUBLISH to exactly this topic, until rolled back. */
  public Rollback onPublish(String topic, Misbehaviour.AtPublish what) {
    return script.onPublish(topic, what);
  }

  /** Scripts what happens at a SUBSCRIBE with exactly this filter, until rolled back. */
  public Rollback onSubscribe(String filter, Misbehaviour.AtSubscribe what) {
    return script.onSubscribe(filter, what);
  }

  /** Cuts all connections without a goodbye and refuses new ones; sessions are kept. */
  public synchronized void goDown() {
    door.shut();
    cutAll("the cloud went down");
  }

  /** Listens again, on the same port. Does nothing if it is not down. */
  public synchronized void comeBack() {
    if (closed) {
      throw new IllegalStateException("The cloud is closed.");
    }
    onLoop(() -> admitting = true);
    door.open();
  }

  /** Cuts all connections and ends everything, in milliseconds; a second call does nothing. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      door.close();
      cutAll("the cloud was closed");
    } finally {
      endThreads();
      door.letGo();
    }
  }

  private void endThreads() {
    // The core first: what it still writes needs the loop.
    core.close();
    loop.shutdownGracefully(0, PATIENCE_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  private void cutAll(String why) {
    onLoop(
        () -> {
          admitting = false;
          List.copyOf(connections).forEach(c -> cut(c, Cause.CLOUD_DOWN, why));
        });
    // Once more around the loop: each end is reported in a task that the cut has queued.
    onLoop(() -> {});
  }

  private static void cut(Connection connection, Cause cause, String why) {
    connection.ends(cause, why);
    connection.cut();
  }

  private void onLoop(Runnable task) {
    if (!loop.submit(task).awaitUninterruptibly(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException(
          "The gateway's thread is busy for more than 5 s; a traffic listener may block it.");
    }
  }

  private void coreFailed(String clientId, Throwable failure) {
    LOG.error("The message broker failed to serve {}.", clientId, failure);
    loop.execute(
        () -> {
          Connection connection = clients.of(clientId);
          if (connection != null) {
            connection.ends(Cause.SERVER_ERROR, "the message broker failed: " + failure);
            connection.close();
          }
        });
  }

  /** Lets connections in, each with its number, and keeps those that came before the keys. */
  private final class Admission extends ChannelInitializer<SocketChannel> {

    @Override
    protected void initChannel(SocketChannel channel) {
      if (!admitting) {
        channel.close();
        return;
      }
      Connection connection = new Connection(++numbers, channel);
      connections.add(connection);
      channel.closeFuture().addListener(gone -> connections.remove(connection));
      channel.pipeline().addLast("socket", new SocketEnd(connection));
      if (tls.isDone() && !tls.isCompletedExceptionally()) {
        admit(channel, connection, tls.join());
        return;
      }
      channel.config().setAutoRead(false);
      tls.whenCompleteAsync(
          (context, failure) -> {
            if (failure != null) {
              LOG.error("The cloud has no certificate.", failure);
              channel.close();
              return;
            }
            admit(channel, connection, context);
            channel.config().setAutoRead(true);
          },
          channel.eventLoop());
    }

    private void admit(SocketChannel channel, Connection connection, SslContext context) {
      pipeline.addTls(channel.pipeline(), connection, context);
      pipeline.addMqtt(channel.pipeline(), connection);
    }
  }
}
