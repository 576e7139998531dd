package io.kitproof.broker.http;

import io.kitproof.broker.door.Door;
import io.kitproof.broker.door.Tls;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslContext;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** A port and those who came through it; they wait for the server's keys if need be. */
final class HttpDoor implements AutoCloseable {

  private final ChannelGroup inside;
  private final CompletableFuture<SslContext> tls;
  private final BiConsumer<SocketChannel, SslContext> reception;
  private final Door door;

  HttpDoor(
      EventLoopGroup loop,
      InetSocketAddress where,
      CompletableFuture<SslContext> tls,
      BiConsumer<SocketChannel, SslContext> reception) {
    this.inside = new DefaultChannelGroup(loop.next());
    this.tls = tls;
    this.reception = reception;
    this.door =
        new Door(
            loop,
            where,
            new ChannelInitializer<>() {
              @Override
              protected void initChannel(SocketChannel channel) {
                entered(channel);
              }
            });
  }

  InetSocketAddress address() {
    return door.address();
  }

  void open() {
    door.open();
  }

  /** Keeps the port and refuses connections; cuts those there are. */
  void shut() {
    door.shut();
    inside.close().awaitUninterruptibly();
  }

  @Override
  public void close() {
    door.close();
    inside.close().awaitUninterruptibly();
    door.letGo();
  }

  private void entered(SocketChannel channel) {
    inside.add(channel);
    Tls.whenReady(tls, channel, context -> reception.accept(channel, context));
  }
}
