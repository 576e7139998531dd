package io.kitproof.broker.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.Wire;
import io.kitproof.broker.store.Store;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.DefaultEventLoopGroup;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.local.LocalAddress;
import io.netty.channel.local.LocalChannel;
import io.netty.channel.local.LocalServerChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The core without the gate that keeps harm away from it. */
class MoquetteCoreTest {

  private final BlockingQueue<String> failures = new LinkedBlockingQueue<>();
  private final BrokerCore core =
      BrokerCore.moquette(
          (client, failure) -> failures.add(client + ": " + failure), Store.memory());
  private final BlockingQueue<Channel> serverSides = new LinkedBlockingQueue<>();
  private final EventLoopGroup loops = new DefaultEventLoopGroup(1);
  private final Channel server = serve();

  @AfterEach
  void close() {
    server.close().awaitUninterruptibly();
    core.close();
    core.close();
    loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  @Test
  void session_loops_survive_what_ends_moquettes_own() throws Exception {
    int more = 4 * Runtime.getRuntime().availableProcessors();
    byte[] malformed =
        Wire.packet(0x82, Wire.join(Wire.bytes(0, 1, 0), Wire.string("$share/grp"), Wire.bytes(1)));

    for (int i = 0; i < more; i++) {
      Client bad = new Client();
      bad.send(Wire.connect("bad" + i, 5, 2, 60, Wire.bytes()));
      assertThat(bad.receive()).startsWith("20");
      Channel serverSide = serverSides.take();
      while (!core.accepts(serverSide)) {
        Thread.onSpinWait();
      }
      bad.send(malformed);
      assertThat(failures.poll(20, TimeUnit.SECONDS))
          .startsWith("bad" + i + ": java.lang.StringIndexOutOfBoundsException");
    }

    for (int i = 0; i < more; i++) {
      Client good = new Client();
      good.send(Wire.connect("good" + i));
      assertThat(good.receive()).isEqualTo("20020000");
    }
  }

  private Channel serve() {
    return new ServerBootstrap()
        .group(loops)
        .channel(LocalServerChannel.class)
        .childHandler(
            new ChannelInitializer<LocalChannel>() {
              @Override
              protected void initChannel(LocalChannel channel) {
                serverSides.add(channel);
                channel
                    .pipeline()
                    .addLast(new MqttDecoder(), MqttEncoder.INSTANCE, core.connections());
              }
            })
        .bind(LocalAddress.ANY)
        .awaitUninterruptibly()
        .channel();
  }

  private final class Client {
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final Channel channel =
        new Bootstrap()
            .group(loops)
            .channel(LocalChannel.class)
            .handler(
                new SimpleChannelInboundHandler<ByteBuf>() {
                  @Override
                  protected void channelRead0(ChannelHandlerContext ctx, ByteBuf bytes) {
                    received.add(ByteBufUtil.hexDump(bytes));
                  }
                })
            .connect(server.localAddress())
            .awaitUninterruptibly()
            .channel();

    void send(byte[] bytes) {
      channel.writeAndFlush(Unpooled.wrappedBuffer(bytes)).awaitUninterruptibly();
    }

    String receive() throws InterruptedException {
      return String.valueOf(received.poll(20, TimeUnit.SECONDS));
    }
  }
}
