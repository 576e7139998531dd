package io.kitproof.broker.gateway;

import io.kitproof.broker.Recorder;
import io.kitproof.broker.core.BrokerCore;
import io.kitproof.broker.store.Store;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.DefaultEventLoopGroup;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.local.LocalAddress;
import io.netty.channel.local.LocalChannel;
import io.netty.channel.local.LocalServerChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A gateway and its core without TLS and sockets: thousands of connections in a second. */
final class Bare implements AutoCloseable {

  static final String PRINCIPAL = "cafe";

  final Recorder recorder = new Recorder();
  final Queue<Channel> serverSides = new ConcurrentLinkedQueue<>();
  final Queue<Throwable> coreFailures = new ConcurrentLinkedQueue<>();
  private final EventLoopGroup loops =
      new DefaultEventLoopGroup(1, new DefaultThreadFactory("kitproof-bare", true));
  private final BrokerCore core = BrokerCore.moquette(this::coreFailed, Store.memory());
  private final House house = House.of(new OpenHouse(), new Script(), core, Store.memory());
  private final Pipeline pipeline = new Pipeline(house, recorder);
  private final Channel server;
  private long numbers;

  Bare() {
    server =
        new ServerBootstrap()
            .group(loops)
            .channel(LocalServerChannel.class)
            .childHandler(
                new ChannelInitializer<LocalChannel>() {
                  @Override
                  protected void initChannel(LocalChannel channel) {
                    Connection connection = new Connection(++numbers, channel);
                    connection.secured(PRINCIPAL);
                    serverSides.add(channel);
                    pipeline.addMqtt(channel.pipeline(), connection);
                  }
                })
            .bind(LocalAddress.ANY)
            .awaitUninterruptibly()
            .channel();
  }

  private void coreFailed(String clientId, Throwable failure) {
    coreFailures.add(failure);
    Connection connection = house.clients().of(clientId);
    if (connection != null) {
      connection.close(0);
    }
  }

  /** A client's side; what comes is thrown away but for its count. */
  final class Client {
    final CountDownLatch answered = new CountDownLatch(1);
    final Channel channel;

    Client() {
      channel =
          new Bootstrap()
              .group(loops)
              .channel(LocalChannel.class)
              .handler(
                  new ChannelInboundHandlerAdapter() {
                    @Override
                    public void channelRead(ChannelHandlerContext ctx, Object message) {
                      ((ByteBuf) message).release();
                      answered.countDown();
                    }
                  })
              .connect(server.localAddress())
              .awaitUninterruptibly()
              .channel();
    }

    Client send(byte[] bytes) {
      channel.writeAndFlush(Unpooled.wrappedBuffer(bytes)).awaitUninterruptibly();
      return this;
    }

    boolean isAnswered() throws InterruptedException {
      return answered.await(20, TimeUnit.SECONDS);
    }

    void close() {
      channel.close().awaitUninterruptibly();
    }
  }

  @Override
  public void close() {
    server.close().awaitUninterruptibly();
    core.close();
    loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
