package io.kitproof.broker.gateway;

import io.kitproof.broker.door.Tls;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslContext;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Lets connections in, each with its number, and keeps those that came before the keys. It belongs
 * to the gateway's thread.
 */
final class Lobby {

  private final Set<Connection> connections = new HashSet<>();
  private final CompletableFuture<SslContext> tls;
  private final Deque<SslContext> instead = new ConcurrentLinkedDeque<>();
  private final Pipeline pipeline;
  private long numbers;
  private boolean admitting = true;

  Lobby(CompletableFuture<SslContext> tls, Pipeline pipeline) {
    this.tls = tls;
    this.pipeline = pipeline;
  }

  /** What a door does with those who come: MQTT or HTTP, where the client does not choose. */
  ChannelInitializer<SocketChannel> behind(Pipeline.Speech speech) {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(SocketChannel channel) {
        entered(channel, speech);
      }
    };
  }

  void admit(boolean whetherToAdmit) {
    admitting = whetherToAdmit;
  }

  /**
   * Has another certificate shown to whoever comes from now on, until rolled back; of several the
   * newest. May be called from any thread.
   */
  Rollback show(SslContext other) {
    instead.addFirst(other);
    return () -> instead.remove(other);
  }

  boolean showsAnother() {
    return !instead.isEmpty();
  }

  List<Connection> connections() {
    return List.copyOf(connections);
  }

  long nextNumber() {
    return ++numbers;
  }

  void add(Connection connection) {
    connections.add(connection);
    connection.channel().closeFuture().addListener(gone -> connections.remove(connection));
  }

  private void entered(SocketChannel channel, Pipeline.Speech speech) {
    if (!admitting) {
      channel.close();
      return;
    }
    Connection connection = new Connection(nextNumber(), channel);
    add(connection);
    pipeline.addSocket(channel.pipeline(), connection);
    SslContext other = instead.peekFirst();
    Tls.whenReady(
        other == null ? tls : CompletableFuture.completedFuture(other),
        channel,
        context -> pipeline.addTls(channel.pipeline(), connection, context, speech));
  }
}
