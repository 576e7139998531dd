package io.kitproof.broker.door;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/**
 * The port clients come to. While it is shut the port refuses connections, but stays taken: a
 * random port that is free for a moment may be another program's when it is wanted back.
 */
public final class Door {

  /** The core drops what does not fit in here, so it is wide. */
  private static final WriteBufferWaterMark ROOM =
      new WriteBufferWaterMark(8 * 1024 * 1024, 16 * 1024 * 1024);

  private static final int BACKLOG = 1024;
  private static final long PATIENCE_NANOS = 5_000_000_000L;

  private final EventLoopGroup loops;
  private final ServerBootstrap bootstrap;
  private final InetSocketAddress address;
  private @Nullable Channel open;
  private @Nullable Socket kept;

  /**
   * Opens it.
   *
   * @param where port 0 takes any free one
   * @throws UncheckedIOException if the port cannot be had
   */
  public Door(
      EventLoopGroup loops, InetSocketAddress where, ChannelInitializer<SocketChannel> inside) {
    this.loops = loops;
    bootstrap =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, ROOM)
            .childHandler(inside);
    open = bind(where);
    address = (InetSocketAddress) open.localAddress();
  }

  /** Where it is, also while it is shut. */
  public InetSocketAddress address() {
    return address;
  }

  /** Takes connections again; does nothing if it is open. */
  public void open() {
    if (open == null) {
      open = bind(address);
      letGo();
    }
  }

  /** Refuses connections and keeps the port; does nothing if it is shut. */
  public void shut() {
    close();
    if (kept == null) {
      kept = keep();
    }
  }

  /** Java closes the listening socket only in the next turn of its selector; each try turns it. */
  private Socket keep() {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      Socket keeper = new Socket();
      try {
        keeper.setReuseAddress(true);
        keeper.bind(address);
        return keeper;
      } catch (IOException e) {
        if (System.nanoTime() > deadline) {
          throw new UncheckedIOException("Cannot keep port " + address.getPort() + ".", e);
        }
        loops.submit(() -> {}).awaitUninterruptibly();
      }
    }
  }

  /** Refuses connections, for good. */
  public void close() {
    if (open != null) {
      open.close().awaitUninterruptibly();
      open = null;
    }
  }

  /** Gives the port back if it was shut. */
  public void letGo() {
    if (kept != null) {
      try {
        kept.close();
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot let go of port " + address.getPort() + ".", e);
      }
      kept = null;
    }
  }

  private Channel bind(InetSocketAddress where) {
    var bound = bootstrap.bind(where).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new UncheckedIOException(
          "The cloud cannot listen on " + where.getHostString() + " port " + where.getPort() + ".",
          new IOException(bound.cause()));
    }
    return bound.channel();
  }
}
