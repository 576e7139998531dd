package io.kitproof.cli.benchmark;

import io.kitproof.cli.benchmark.load.Crowd;
import io.kitproof.cli.benchmark.load.Target;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Eight connections with client certificates post updates of shadows, one after the other each. */
final class ShadowPosts {
  private static final int CONNECTIONS = 8;
  private static final int LARGEST_ANSWER = 64 * 1024;

  private final Target target;
  private final int documentBytes;
  private final int things;
  private final AtomicInteger next = new AtomicInteger();
  private final long start = System.nanoTime();
  private final long end;

  private ShadowPosts(Target target, int documentBytes, int things, Duration time) {
    this.target = target;
    this.documentBytes = documentBytes;
    this.things = things;
    this.end = start + time.toNanos();
  }

  static ShadowRun measure(
      Crowd crowd, Target target, int documentBytes, int things, Duration time) {
    return new ShadowPosts(target, documentBytes, things, time).run(crowd);
  }

  private ShadowRun run(Crowd crowd) {
    List<Poster> posters = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      posters.add(new Poster());
    }
    posters.forEach(poster -> poster.connect(crowd));
    long[] latencies =
        posters.stream()
            .flatMapToLong(poster -> Crowd.await(target, "update a shadow", poster.latencies))
            .toArray();
    if (latencies.length == 0) {
      throw target.silent("get a shadow updated");
    }
    return new ShadowRun(
        "HTTPS",
        documentBytes,
        things,
        latencies.length,
        posters.stream().mapToLong(poster -> poster.refused).sum(),
        System.nanoTime() - start,
        Spread.of(latencies));
  }

  private final class Poster extends SimpleChannelInboundHandler<FullHttpResponse> {
    private final CompletableFuture<LongStream> latencies = new CompletableFuture<>();
    private final LongStream.Builder taken = LongStream.builder();
    private final ShadowUpdate update = ShadowUpdate.of(documentBytes);
    private long askedNanos;
    private long refused;

    void connect(Crowd crowd) {
      var unused =
          crowd
              .socket()
              .handler(
                  new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                      furnish(channel);
                    }
                  })
              .connect(target.address())
              .addListener(done -> failedUnless(done.isSuccess(), done.cause()));
    }

    private void furnish(Channel channel) {
      channel
          .pipeline()
          .addLast(target.tls().newHandler(channel.alloc()))
          .addLast(new HttpClientCodec())
          .addLast(new HttpObjectAggregator(LARGEST_ANSWER))
          .addLast(this);
    }

    private void failedUnless(boolean success, @Nullable Throwable cause) {
      if (!success) {
        boolean unused =
            latencies.completeExceptionally(cause == null ? new IOException("unknown") : cause);
      }
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
      ask(ctx);
    }

    private void ask(ChannelHandlerContext ctx) {
      int thing = Math.floorMod(next.getAndIncrement(), things);
      ByteBuf body = Unpooled.copiedBuffer(update.next());
      FullHttpRequest request =
          new DefaultFullHttpRequest(
              HttpVersion.HTTP_1_1,
              HttpMethod.POST,
              "/things/benchmark-" + thing + "/shadow",
              body);
      request
          .headers()
          .set(HttpHeaderNames.HOST, target.address().getHostString())
          .set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
      askedNanos = System.nanoTime();
      var unused = ctx.writeAndFlush(request);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpResponse answer) {
      long now = System.nanoTime();
      if (answer.status().equals(HttpResponseStatus.OK)) {
        taken.accept(now - askedNanos);
      } else {
        refused++;
      }
      if (now - end < 0) {
        ask(ctx);
      } else {
        boolean unused = latencies.complete(taken.build());
        var alsoUnused = ctx.close();
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      failedUnless(false, cause);
      var unused = ctx.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
      failedUnless(false, new IOException("the cloud closed the connection"));
    }
  }
}
