package io.kitproof.broker.http;

import io.kitproof.broker.fault.AwsFault;
import io.kitproof.broker.http.sign.Signable;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the requests of one connection in their order, one at a time, on worker threads. What the
 * client sends ahead waits; no more of it is read meanwhile.
 */
final class Conversation extends SimpleChannelInboundHandler<FullHttpRequest> {

  private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

  private final WebService service;
  private final Peer peer;
  private final Deadlines deadlines;
  private final Executor workers;
  private final Upgrade upgrade;
  private final Queue<FullHttpRequest> ahead = new ArrayDeque<>();
  private boolean busy;

  Conversation(
      WebService service, Peer peer, Deadlines deadlines, Executor workers, Upgrade upgrade) {
    this.service = service;
    this.peer = peer;
    this.deadlines = deadlines;
    this.workers = workers;
    this.upgrade = upgrade;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
    if (busy) {
      ahead.add(request.retain());
      ctx.channel().config().setAutoRead(false);
    } else {
      begin(ctx, request);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    ahead.forEach(FullHttpRequest::release);
    ahead.clear();
    ctx.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    LOG.debug("A connection of {} ends.", ctx.channel().remoteAddress(), cause);
    ctx.close();
  }

  private void begin(ChannelHandlerContext ctx, FullHttpRequest request) {
    deadlines.working();
    busy = true;
    String id = UUID.randomUUID().toString();
    if (request.decoderResult().isFailure()) {
      deadlines.answering();
      Answer refusal = service.refusal(id, malformed(request.decoderResult().cause()));
      Body.lastWords(ctx, Wire.response(id, refusal, request.protocolVersion(), false));
      return;
    }
    Signable wire = Wire.signable(request);
    HttpVersion version = request.protocolVersion();
    boolean keep = HttpUtil.isKeepAlive(request);
    try {
      if (upgrade.begun(ctx, request, wire, peer)) {
        deadlines.answering();
      } else {
        workers.execute(() -> work(ctx, id, wire, version, keep));
      }
    } catch (AwsFault fault) {
      finish(ctx, id, service.refusal(id, fault), version, keep);
    } catch (RejectedExecutionException e) {
      AwsFault full = new AwsFault("ServiceUnavailableException", 503, "Service unavailable");
      finish(ctx, id, service.refusal(id, full), version, keep);
    }
  }

  private void work(
      ChannelHandlerContext ctx, String id, Signable wire, HttpVersion version, boolean keep) {
    Answer answer = service.answer(id, wire, peer);
    try {
      ctx.executor().execute(() -> finish(ctx, id, answer, version, keep));
    } catch (RejectedExecutionException e) {
      LOG.debug("The answer to request {} comes after the end of its loop.", id, e);
    }
  }

  private void finish(
      ChannelHandlerContext ctx, String id, Answer answer, HttpVersion version, boolean keep) {
    deadlines.answering();
    ctx.writeAndFlush(Wire.response(id, answer, version, keep))
        .addListener(keep ? sent -> next(ctx) : ChannelFutureListener.CLOSE);
  }

  private void next(ChannelHandlerContext ctx) {
    busy = false;
    FullHttpRequest waiting = ahead.poll();
    if (waiting == null) {
      deadlines.idle();
      ctx.channel().config().setAutoRead(true);
      return;
    }
    try {
      begin(ctx, waiting);
    } finally {
      waiting.release();
    }
  }

  private static AwsFault malformed(Throwable cause) {
    boolean tooLong =
        cause instanceof TooLongHttpLineException || cause instanceof TooLongHttpHeaderException;
    return new AwsFault(
        "InvalidRequestException",
        400,
        tooLong ? "The head of the request is too long" : "The request is no HTTP");
  }
}
