package io.kitproof.broker.gateway;

import io.kitproof.broker.Recorder;
import io.kitproof.broker.core.BrokerCore;
import io.kitproof.broker.store.Store;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** The program that is killed: a whole gateway on a store, without TLS for a fast start. */
public final class Victim {

  private Victim() {}

  /** Argument: the folder; prints the port. */
  public static void main(String[] arguments) {
    DeviceGateway gateway =
        DeviceGateway.build(
            new CompletableFuture<>(),
            new OpenHouse(),
            new Recorder(),
            Store.at(Path.of(arguments[0])),
            BrokerCore::moquette);
    Channel server =
        new ServerBootstrap()
            .group(new NioEventLoopGroup(1))
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) {
                    gateway.mqtt(channel, "cafe");
                  }
                })
            .bind(InetAddress.getLoopbackAddress(), 0)
            .syncUninterruptibly()
            .channel();
    System.out.println(((InetSocketAddress) server.localAddress()).getPort());
  }
}
