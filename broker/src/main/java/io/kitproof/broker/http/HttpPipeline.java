package io.kitproof.broker.http;

import io.kitproof.broker.gateway.Entrance;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.ssl.OptionalSslHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Puts the handlers of a connection in their order, for so many connections and no more. All of it
 * is to be called on the channel's loop.
 */
final class HttpPipeline {

  private static final String FIRST = "deadlines";

  private final HttpLimits limits;
  private final Executor workers;
  private final Set<Channel> open = ConcurrentHashMap.newKeySet();

  HttpPipeline(HttpLimits limits, Executor workers) {
    this.limits = limits;
    this.workers = workers;
  }

  /** TLS, and then HTTP. */
  void addTls(Channel channel, SslContext context, WebService service) {
    SslHandler tls = context.newHandler(channel.alloc());
    tls.setHandshakeTimeout(limits.handshake().toMillis(), TimeUnit.MILLISECONDS);
    channel.pipeline().addLast("tls", tls);
    channel
        .pipeline()
        .addLast(
            "secured", new Secured(tls, principal -> addHttp(channel, service, principal, null)));
  }

  /** HTTP in TLS or plain, as the first bytes tell; a certificate does not count. */
  void addEither(Channel channel, SslContext context, WebService service) {
    addHttp(channel, service, "", null);
    if (channel.isOpen()) {
      channel.pipeline().addAfter(FIRST, "tls", new OptionalSslHandler(context));
    }
  }

  /**
   * HTTP.
   *
   * @param principal of the certificate the client has shown, or empty
   * @param webSockets where MQTT in WebSockets goes, if it is served
   */
  void addHttp(
      Channel channel, WebService service, String principal, @Nullable Entrance webSockets) {
    channel.closeFuture().addListener(gone -> open.remove(channel));
    if (open.size() >= limits.connections()) {
      channel.close();
      return;
    }
    open.add(channel);
    HttpDecoderConfig head =
        new HttpDecoderConfig()
            .setMaxInitialLineLength(limits.head())
            .setMaxHeaderSize(limits.head());
    Deadlines deadlines = new Deadlines(limits);
    Peer peer = new Peer(principal, isLoopback(channel));
    Upgrade upgrade = new Upgrade(service, webSockets, () -> open.remove(channel));
    ChannelPipeline pipeline = channel.pipeline();
    pipeline.addLast(FIRST, deadlines);
    pipeline.addLast("http", new HttpServerCodec(head));
    pipeline.addLast("body", new Body(limits.body(), service, deadlines));
    pipeline.addLast("conversation", new Conversation(service, peer, deadlines, workers, upgrade));
  }

  private static boolean isLoopback(Channel channel) {
    return isLoopback(channel.localAddress()) && isLoopback(channel.remoteAddress());
  }

  private static boolean isLoopback(SocketAddress address) {
    return address instanceof InetSocketAddress internet
        && !internet.isUnresolved()
        && internet.getAddress().isLoopbackAddress();
  }
}
