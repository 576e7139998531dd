package io.kitproof.broker.gateway;

import io.kitproof.broker.traffic.Disconnect;
import io.kitproof.broker.traffic.Disconnect.Cause;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderException;
import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees a connection to its end, behind the gate: a CONNECT that does not come, trouble, and who is
 * told of it.
 */
final class Keeper extends ChannelDuplexHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

  /** From the end of TLS to a complete CONNECT. */
  private static final long CONNECT_SECONDS = 30;

  private final Connection connection;
  private final House house;
  private @Nullable Future<?> deadline;

  Keeper(Connection connection, House house) {
    this.connection = connection;
    this.house = house;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    deadline = ctx.executor().schedule(() -> due(ctx), CONNECT_SECONDS, TimeUnit.SECONDS);
  }

  private void due(ChannelHandlerContext ctx) {
    if (connection.protocolLevel() == 0) {
      connection.ends(Cause.CLIENT_ERROR, "no CONNECT came within " + CONNECT_SECONDS + " s");
      ctx.close();
    }
  }

  @Override
  public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
    // The core also closes what it can't write to any more, and that is the client's doing.
    if (ctx.channel().isActive()) {
      connection.ends(Cause.SERVER_ERROR, "the message broker closed the connection");
    }
    ctx.close(promise);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (deadline != null) {
      deadline.cancel(false);
    }
    house.clients().leave(connection);
    ctx.fireChannelInactive();
    if (connection.wasAccepted()) {
      Disconnect end = connection.gone();
      house.wills().ended(connection, end.cause());
      house.presence().disconnected(connection, end);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (cause instanceof IOException) {
      connection.ends(Cause.CONNECTION_LOST, "the connection broke: " + cause.getMessage());
    } else if (cause instanceof DecoderException && cause.getCause() instanceof SSLException) {
      connection.ends(
          Cause.CLIENT_ERROR, "what the client sent is no TLS: " + cause.getCause().getMessage());
    } else if (!connection.ending()) {
      LOG.warn("Connection {} of {} failed.", connection.number(), connection.clientId(), cause);
      connection.ends(Cause.SERVER_ERROR, "the gateway failed: " + cause);
    }
    ctx.close();
  }
}
