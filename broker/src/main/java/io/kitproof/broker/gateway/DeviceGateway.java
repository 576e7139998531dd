package io.kitproof.broker.gateway;

import io.kitproof.broker.bus.Bus;
import io.kitproof.broker.bus.Publication;
import io.kitproof.broker.bus.RetainedMessages;
import io.kitproof.broker.bus.TopicService;
import io.kitproof.broker.ca.CertificateAuthority.ServerIdentity;
import io.kitproof.broker.core.BrokerCore;
import io.kitproof.broker.door.Door;
import io.kitproof.broker.door.Tls;
import io.kitproof.broker.store.Store;
import io.kitproof.broker.traffic.Connected;
import io.kitproof.broker.traffic.Disconnect.Cause;
import io.kitproof.broker.traffic.TrafficListener;
import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * AWS IoT's device gateway: mutual TLS, then MQTT as AWS IoT speaks it, then the broker's core. One
 * thread carries all connections, so what the listener is told has one order.
 */
public final class DeviceGateway implements Entrance, Bus, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DeviceGateway.class);
  private static final long PATIENCE_SECONDS = 5;
  private static final int ADMINISTRATIVE_ACTION = 0x98;
  private static final int SERVER_BUSY_OR_BROKEN = 0x8B;

  private final EventLoopGroup loop =
      new NioEventLoopGroup(1, new DefaultThreadFactory("kitproof-gateway", true));
  private final Script script = new Script();
  private final List<Door> doors = new ArrayList<>();
  private final BrokerCore core;
  private final Pipeline pipeline;
  private final Lobby lobby;
  private final House house;
  private final Changes changes;
  private final Sabotage sabotage;
  private boolean closed;

  private DeviceGateway(
      CompletableFuture<ServerIdentity> identity,
      Principals principals,
      TrafficListener listener,
      Store store,
      BiFunction<BrokerCore.Failures, Store, BrokerCore> makeCore) {
    core = makeCore.apply(this::coreFailed, store);
    house = House.of(principals, script, core, store);
    pipeline = new Pipeline(house, new CarefulListener(listener));
    lobby = new Lobby(identity.thenApply(Tls::context), pipeline);
    changes = new Changes(principals, house, loop);
    sabotage = new Sabotage(script, lobby, this::whileOpen);
  }

  /**
   * Builds a gateway and the core behind it; returns before the identity is ready, and connections
   * wait for it. No door is open yet.
   *
   * @param store for sessions and messages; an acknowledgement waits for its changes
   */
  public static DeviceGateway build(
      CompletableFuture<ServerIdentity> identity,
      Principals principals,
      TrafficListener listener,
      Store store,
      BiFunction<BrokerCore.Failures, Store, BrokerCore> makeCore) {
    return new DeviceGateway(identity, principals, listener, store, makeCore);
  }

  /** Has a service serve its reserved topics; to be called before a door opens. */
  public void serve(TopicService service) {
    house.services().add(service);
  }

  /** Has HTTP served to those who ask for it; to be called before a door opens. */
  public void serveHttp(AlpnHttp http) {
    pipeline.serveHttp(http);
  }

  /**
   * Opens a door for MQTT, and for HTTP if a client asks for it by ALPN {@code x-amzn-http-ca}.
   *
   * @param where to listen; port 0 takes any free one
   * @return where it listens
   * @throws java.io.UncheckedIOException if the port cannot be had
   */
  public InetSocketAddress openMqtt(InetSocketAddress where) {
    return open(where, Pipeline.Speech.MQTT);
  }

  /**
   * Opens a door for HTTP, and for MQTT if a client asks for it by ALPN {@code x-amzn-mqtt-ca}.
   *
   * @param where to listen; port 0 takes any free one
   * @return where it listens
   * @throws java.io.UncheckedIOException if the port cannot be had
   */
  public InetSocketAddress openWeb(InetSocketAddress where) {
    return open(where, Pipeline.Speech.HTTP);
  }

  private synchronized InetSocketAddress open(InetSocketAddress where, Pipeline.Speech speech) {
    Door door = new Door(loop, where, lobby.behind(speech));
    doors.add(door);
    return door.address();
  }

  @Override
  public void mqtt(Channel channel, String principal) {
    Connection known = Connection.of(channel);
    if (known == null) {
      known = new Connection(lobby.nextNumber(), channel);
      lobby.add(known);
      pipeline.addSocket(channel.pipeline(), known);
    }
    known.secured(principal);
    pipeline.addMqtt(channel.pipeline(), known);
  }

  @Override
  public void publish(Publication publication) {
    core.publish(publication);
  }

  /** The messages that are kept for later subscribers. */
  public RetainedMessages retained() {
    return core.retained();
  }

  /** The clients that are connected now, in no order. */
  public List<Connected> connections() {
    return house.clients().connected();
  }

  /** What is known of a client that is connected now. */
  public Optional<Visit> visit(String clientId) {
    Connection connection = house.clients().of(clientId);
    return connection == null || !connection.open()
        ? Optional.empty()
        : Optional.of(connection.visit());
  }

  /**
   * Disconnects a client as the operation DeleteConnection does; returns before it is gone.
   *
   * @param cleanSession whether its session ends as well, even if it is not connected
   * @param preventWill whether its will is not to be sent
   * @return whether it was connected
   */
  public boolean disconnect(String clientId, boolean cleanSession, boolean preventWill) {
    Connection connection = house.clients().of(clientId);
    if (connection != null) {
      loop.execute(() -> disconnect(connection, preventWill));
    }
    if (cleanSession) {
      // Behind the end of the connection, which the loop reports to the core.
      loop.execute(() -> loop.execute(() -> core.forget(clientId)));
    }
    return connection != null;
  }

  private static void disconnect(Connection connection, boolean preventWill) {
    if (preventWill) {
      connection.stay().withoutWill();
    }
    connection.ends(Cause.API_INITIATED_DISCONNECT, "the API disconnected the client");
    connection.close(ADMINISTRATIVE_ACTION);
  }

  /** What has it misbehave. */
  public Sabotage sabotage() {
    return sabotage;
  }

  /** Cuts all connections without a goodbye and refuses new ones; sessions are kept. */
  public synchronized void goDown() {
    doors.forEach(Door::shut);
    cutAll("the cloud went down");
  }

  /** Listens again, on the same ports. Does nothing if it is not down. */
  public synchronized void comeBack() {
    if (closed) {
      throw new IllegalStateException("The cloud is closed.");
    }
    onLoop(() -> lobby.admit(true));
    doors.forEach(Door::open);
  }

  /** Cuts all connections and ends everything, in milliseconds; a second call does nothing. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    changes.close();
    try {
      doors.forEach(Door::close);
      cutAll("the cloud was closed");
    } finally {
      endThreads();
      doors.forEach(Door::letGo);
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
          lobby.admit(false);
          lobby.connections().forEach(c -> cut(c, Cause.CLOUD_DOWN, why));
        });
    // Once more around the loop: each end is reported in a task that the cut has queued.
    onLoop(() -> {});
  }

  private static void cut(Connection connection, Cause cause, String why) {
    connection.ends(cause, why);
    connection.cut();
  }

  /** After the end nothing is left to be undone. */
  private void whileOpen(Runnable task) {
    if (!loop.isShuttingDown()) {
      onLoop(task);
    }
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
          Connection connection = house.clients().of(clientId);
          if (connection != null) {
            connection.ends(Cause.SERVER_ERROR, "the message broker failed: " + failure);
            connection.close(SERVER_BUSY_OR_BROKEN);
          }
        });
  }
}
