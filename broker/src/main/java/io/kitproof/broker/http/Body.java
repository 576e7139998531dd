package io.kitproof.broker.http;

import io.kitproof.broker.fault.AwsFault;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Puts the pieces of a request together. A body above the limit is refused when its length is
 * announced or reached, and no more of it is read.
 */
final class Body extends HttpObjectAggregator {

  /** So that a client that is still sending finds the answer before the end of the connection. */
  private static final long LINGER_MILLIS = 500;

  private final WebService service;
  private final Deadlines deadlines;

  Body(int limit, WebService service, Deadlines deadlines) {
    super(limit, true);
    this.service = service;
    this.deadlines = deadlines;
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, HttpObject part, List<Object> out)
      throws Exception {
    if (part instanceof HttpRequest) {
      deadlines.body();
    }
    super.decode(ctx, part, out);
  }

  @Override
  protected Object newContinueResponse(HttpMessage start, int limit, ChannelPipeline pipeline) {
    return HttpUtil.is100ContinueExpected(start) && HttpUtil.getContentLength(start, -1L) > limit
        ? tooLarge(start)
        : super.newContinueResponse(start, limit, pipeline);
  }

  @Override
  protected void handleOversizedMessage(ChannelHandlerContext ctx, HttpMessage oversized) {
    lastWords(ctx, tooLarge(oversized));
  }

  private FullHttpResponse tooLarge(HttpMessage to) {
    String id = UUID.randomUUID().toString();
    AwsFault fault =
        new AwsFault(
            "RequestEntityTooLargeException", 413, "The payload exceeds the maximum size allowed");
    return Wire.response(id, service.refusal(id, fault), to.protocolVersion(), false);
  }

  /** Answers, reads nothing more and closes. */
  static void lastWords(ChannelHandlerContext ctx, FullHttpResponse response) {
    ctx.channel().config().setAutoRead(false);
    ctx.writeAndFlush(response)
        .addListener(
            sent ->
                ctx.executor().schedule(() -> ctx.close(), LINGER_MILLIS, TimeUnit.MILLISECONDS));
  }
}
