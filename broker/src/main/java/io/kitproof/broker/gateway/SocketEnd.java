package io.kitproof.broker.gateway;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;

/** Stamps what comes from the socket and what is handed to it, outside of TLS. */
final class SocketEnd extends ChannelDuplexHandler {

  private final Connection connection;

  SocketEnd(Connection connection) {
    this.connection = connection;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    connection.socket = ctx;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object bytes) {
    connection.readNanos = System.nanoTime();
    ctx.fireChannelRead(bytes);
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object bytes, ChannelPromise promise) {
    connection.writtenNanos = System.nanoTime();
    ctx.write(bytes, promise);
  }
}
