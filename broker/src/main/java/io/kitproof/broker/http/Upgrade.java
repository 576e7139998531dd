package io.kitproof.broker.http;

import io.kitproof.broker.gateway.Entrance;
import io.kitproof.broker.http.sign.Signable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import org.jspecify.annotations.Nullable;

/** Turns a connection into one of MQTT over WebSockets (facts of AWS IoT 2.5). */
final class Upgrade {

  private static final String PATH = "/mqtt";

  /** The second is what the first SDK for JavaScript offers. */
  private static final String PROTOCOLS = "mqtt,mqttv3.1";

  private static final int LARGEST_FRAME = 256 * 1024;

  private final WebService service;
  private final @Nullable Entrance entrance;

  private final Runnable left;

  /**
   * @param entrance where MQTT goes; without one there are no WebSockets
   * @param left told when the connection is none of HTTP any more
   */
  Upgrade(WebService service, @Nullable Entrance entrance, Runnable left) {
    this.service = service;
    this.entrance = entrance;
    this.left = left;
  }

  /**
   * Whether the request was one for a WebSocket, which then has been begun.
   *
   * @throws io.kitproof.broker.fault.AwsFault if it was not signed
   */
  boolean begun(ChannelHandlerContext ctx, FullHttpRequest request, Signable wire, Peer peer) {
    Entrance mqtt = entrance;
    if (mqtt == null || !wire.path().equals(PATH) || !wanted(request)) {
      return false;
    }
    String signer = service.signer(wire, peer);
    WebSocketServerProtocolConfig config =
        WebSocketServerProtocolConfig.newBuilder()
            .websocketPath(PATH)
            .checkStartsWith(true)
            .subprotocols(PROTOCOLS)
            .maxFramePayloadLength(LARGEST_FRAME)
            .handleCloseFrames(false)
            .build();
    ctx.pipeline().addLast("websocket", new WebSocketServerProtocolHandler(config));
    Runnable whenOpen =
        () -> {
          left.run();
          mqtt.mqtt(ctx.channel(), signer);
        };
    ctx.pipeline().addLast("bytes", new WebSocketBytes(whenOpen));
    ctx.fireChannelRead(request.retain());
    return true;
  }

  private static boolean wanted(FullHttpRequest request) {
    return request.headers().contains(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true);
  }
}
