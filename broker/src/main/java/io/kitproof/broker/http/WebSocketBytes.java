package io.kitproof.broker.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToMessageCodec;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler.HandshakeComplete;
import java.util.List;

/**
 * Takes the bytes of MQTT out of their frames and puts them into frames; a packet may be spread
 * over frames, and a frame may hold many packets. A frame of text ends the connection (MQTT 5,
 * 6.0).
 */
final class WebSocketBytes extends MessageToMessageCodec<WebSocketFrame, ByteBuf> {

  private final Runnable whenOpen;

  WebSocketBytes(Runnable whenOpen) {
    this.whenOpen = whenOpen;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof HandshakeComplete) {
      ctx.pipeline().remove(Deadlines.class);
      ctx.pipeline().remove(Conversation.class);
      whenOpen.run();
    }
    ctx.fireUserEventTriggered(event);
  }

  @Override
  protected void encode(ChannelHandlerContext ctx, ByteBuf bytes, List<Object> out) {
    out.add(new BinaryWebSocketFrame(bytes.retain()));
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, WebSocketFrame frame, List<Object> out) {
    if (frame instanceof BinaryWebSocketFrame || frame instanceof ContinuationWebSocketFrame) {
      out.add(frame.content().retain());
    } else {
      WebSocketCloseStatus why =
          frame instanceof CloseWebSocketFrame
              ? WebSocketCloseStatus.NORMAL_CLOSURE
              : WebSocketCloseStatus.INVALID_MESSAGE_TYPE;
      // From here, not from the end of the pipeline: it is not the broker that closes.
      ctx.writeAndFlush(new CloseWebSocketFrame(why)).addListener(sent -> ctx.close());
    }
  }
}
