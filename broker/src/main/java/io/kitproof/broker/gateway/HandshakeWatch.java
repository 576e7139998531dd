package io.kitproof.broker.gateway;

import io.kitproof.broker.door.Tls;
import io.kitproof.broker.traffic.Disconnect.Cause;
import io.kitproof.broker.traffic.Handshake;
import io.kitproof.broker.traffic.TrafficListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLSession;

/**
 * Reports how the TLS handshake ended and who the client is, and the end of a connection that never
 * came to MQTT.
 */
final class HandshakeWatch extends ChannelInboundHandlerAdapter {

  private static final String ALERT = "Received fatal alert: ";

  private final Connection connection;
  private final SslHandler tls;
  private final TrafficListener listener;
  private final Runnable whenSecured;
  private boolean secured;

  HandshakeWatch(
      Connection connection, SslHandler tls, TrafficListener listener, Runnable whenSecured) {
    this.connection = connection;
    this.tls = tls;
    this.listener = listener;
    this.whenSecured = whenSecured;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof SslHandshakeCompletionEvent completion) {
      if (completion.isSuccess()) {
        succeeded();
      } else {
        failed(ctx, completion.cause());
      }
    }
    ctx.fireUserEventTriggered(event);
  }

  /**
   * How the handshake ended says it all; the exception behind that has nothing to add. Nor has one
   * of a connection that broke before anybody else looks after it.
   */
  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (connection.ending() && cause instanceof DecoderException) {
      ctx.close();
    } else if (!secured && cause instanceof IOException) {
      ctx.close();
    } else {
      ctx.fireExceptionCaught(cause);
    }
  }

  private void succeeded() {
    SSLSession session = tls.engine().getSession();
    connection.secured(Tls.principal(session));
    listener.handshake(
        new Handshake(
            System.nanoTime(),
            connection.number(),
            session.getProtocol(),
            session.getCipherSuite(),
            serverName(session),
            connection.principal(),
            null));
    secured = true;
    whenSecured.run();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (!connection.isMqtt()) {
      listener.disconnected(connection.gone());
    }
    ctx.fireChannelInactive();
  }

  private void failed(ChannelHandlerContext ctx, Throwable cause) {
    if (connection.readNanos == 0 && cause instanceof ClosedChannelException) {
      return; // somebody only looked whether the port is open; that was no handshake
    }
    String why = words(cause);
    connection.ends(Cause.HANDSHAKE_FAILED, "TLS handshake failed: " + why);
    listener.handshake(new Handshake(System.nanoTime(), connection.number(), "", "", "", "", why));
    ctx.close();
  }

  private static String serverName(SSLSession session) {
    if (!(session instanceof ExtendedSSLSession extended)) {
      return "";
    }
    return extended.getRequestedServerNames().stream()
        .findFirst()
        .map(name -> new String(name.getEncoded(), java.nio.charset.StandardCharsets.US_ASCII))
        .orElse("");
  }

  private static String words(Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    if (message.contains(ALERT)) {
      return "the client sent alert " + message.substring(message.indexOf(ALERT) + ALERT.length());
    }
    if (cause instanceof NotSslRecordException) {
      return "the client does not speak TLS";
    }
    if (cause instanceof SslHandshakeTimeoutException) {
      return "the client did not finish in time";
    }
    return cause instanceof ClosedChannelException
        ? "the client closed the connection in the middle of it"
        : message;
  }
}
