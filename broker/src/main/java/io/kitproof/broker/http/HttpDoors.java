package io.kitproof.broker.http;

import io.kitproof.broker.ca.CertificateAuthority.ServerIdentity;
import io.kitproof.broker.door.Tls;
import io.kitproof.broker.gateway.AlpnHttp;
import io.kitproof.broker.gateway.Entrance;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Where the web services are to be had: the data plane over TLS on a door of its own and behind the
 * gateway's doors, the control plane on another. On loopback the control plane takes plain HTTP as
 * well, told by the first bytes. One thread carries the connections of these two doors; operations
 * run on workers.
 */
public final class HttpDoors implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 5;

  private final EventLoopGroup loop =
      new NioEventLoopGroup(1, new DefaultThreadFactory("kitproof-http", true));
  private final WebService data;
  private final Workers workers;
  private final HttpPipeline pipeline;
  private final HttpDoor https;
  private final HttpDoor api;
  private boolean closed;

  private HttpDoors(
      InetSocketAddress httpsAt,
      InetSocketAddress apiAt,
      CompletableFuture<ServerIdentity> identity,
      WebService data,
      WebService control,
      HttpLimits limits) {
    this.data = data;
    workers = new Workers(limits);
    pipeline = new HttpPipeline(limits, workers);
    CompletableFuture<SslContext> tls = identity.thenApply(Tls::context);
    boolean plainToo = apiAt.getAddress().isLoopbackAddress();
    try {
      https = new HttpDoor(loop, httpsAt, tls, (c, context) -> pipeline.addTls(c, context, data));
      api =
          new HttpDoor(
              loop,
              apiAt,
              tls,
              (channel, context) -> {
                if (plainToo) {
                  pipeline.addEither(channel, context, control);
                } else {
                  pipeline.addTls(channel, context, control);
                }
              });
    } catch (RuntimeException e) {
      endThreads(); // and with their loop the doors that are open
      throw e;
    }
  }

  /**
   * Opens both doors; returns before the identity is ready, and connections wait for it.
   *
   * @param https where the data plane listens; port 0 takes any free one
   * @param api where the control plane listens; port 0 takes any free one
   * @throws java.io.UncheckedIOException if a port cannot be had; nothing is open then
   */
  public static HttpDoors open(
      InetSocketAddress https,
      InetSocketAddress api,
      CompletableFuture<ServerIdentity> identity,
      WebService data,
      WebService control,
      HttpLimits limits) {
    return new HttpDoors(https, api, identity, data, control, limits);
  }

  /** Where the data plane listens. */
  public InetSocketAddress https() {
    return https.address();
  }

  /** Where the control plane listens. */
  public InetSocketAddress api() {
    return api.address();
  }

  /**
   * What serves the data plane behind the doors of a gateway.
   *
   * @param webSockets where MQTT goes that comes in WebSockets
   */
  public AlpnHttp behind(Entrance webSockets) {
    return (channel, principal) -> pipeline.addHttp(channel, data, principal, webSockets);
  }

  /** The data plane is lost: its connections are cut and its port refuses new ones. */
  public synchronized void goDown() {
    https.shut();
  }

  /** The data plane is back, on the same port. Does nothing if it is not down. */
  public synchronized void comeBack() {
    if (closed) {
      throw new IllegalStateException("The cloud is closed.");
    }
    https.open();
  }

  /** Closes all connections and ends everything, in milliseconds; a second call does nothing. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    try (https;
        api) {
      closed = true;
    } finally {
      endThreads();
    }
  }

  private void endThreads() {
    workers.close();
    loop.shutdownGracefully(0, PATIENCE_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
