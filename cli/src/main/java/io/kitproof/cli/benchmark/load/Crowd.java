package io.kitproof.cli.benchmark.load;

import io.kitproof.boards.RigException;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** All clients of a benchmark, and their two threads. */
public final class Crowd implements AutoCloseable {
  private static final int THREADS = 2;
  private static final int PATIENCE_SECONDS = 30;

  private final EventLoopGroup loops =
      new NioEventLoopGroup(THREADS, new DefaultThreadFactory("kitproof-load", true));

  private final AtomicLong clients = new AtomicLong();

  /** A new client, once it is accepted. */
  public CompletableFuture<Client> connect(Target target, Ear ear) {
    CompletableFuture<Client> connected = new CompletableFuture<>();
    String clientId = "benchmark-" + clients.incrementAndGet();
    var unused =
        socket()
            .handler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) {
                    follow(Client.join(channel, target, clientId, ear).connected(), connected);
                  }
                })
            .connect(target.address())
            .addListener(
                done -> {
                  if (!done.isSuccess()) {
                    boolean alsoUnused = connected.completeExceptionally(done.cause());
                  }
                });
    return connected;
  }

  private static void follow(CompletableFuture<Client> first, CompletableFuture<Client> second) {
    var unused =
        first.whenComplete(
            (client, refused) -> {
              if (refused == null) {
                boolean alsoUnused = second.complete(client);
              } else {
                boolean alsoUnused = second.completeExceptionally(refused);
              }
            });
  }

  /** What any other protocol's clients begin with: sockets on the crowd's threads. */
  public Bootstrap socket() {
    return new Bootstrap()
        .group(loops)
        .channel(NioSocketChannel.class)
        .option(ChannelOption.TCP_NODELAY, true);
  }

  /**
   * What the answer will be.
   *
   * @throws RigException if it does not come within 30 s, or is a refusal
   */
  public static <T> T await(Target target, String deed, CompletableFuture<T> answer) {
    return await(target, deed, answer, Duration.ZERO);
  }

  /**
   * What the answer will be, of a deed that takes a while by itself.
   *
   * @throws RigException if it does not come within that time and 30 s, or is a refusal
   */
  public static <T> T await(
      Target target, String deed, CompletableFuture<T> answer, Duration time) {
    try {
      return answer.get(time.toSeconds() + PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException refused) {
      Throwable cause = refused.getCause();
      throw RigException.cloud(
          "The load on " + target.name(), deed, cause == null ? refused : cause);
    } catch (TimeoutException silent) {
      throw RigException.cloud("The load on " + target.name(), deed, silent);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw RigException.cloud(
          "The load on " + target.name(), deed + " before the run was stopped", e);
    }
  }

  /** Cuts every connection; returns when both threads have ended. */
  @Override
  public void close() {
    loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
  }
}
