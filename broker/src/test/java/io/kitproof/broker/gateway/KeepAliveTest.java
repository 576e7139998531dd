package io.kitproof.broker.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.Wire;
import io.kitproof.broker.traffic.Disconnect.Cause;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeepAliveTest {

  private static final byte[] PINGREQ = Wire.hex("c000");

  private final EmbeddedChannel channel = new EmbeddedChannel();
  private final Connection connection = new Connection(1, channel);
  private long nanos;

  @AfterEach
  void close() {
    channel.close();
  }

  @ParameterizedTest
  @CsvSource({"0, 1200", "5, 30", "30, 30", "300, 300", "1200, 1200", "65535, 1200"})
  void keep_alive_is_kept_between_half_a_minute_and_twenty(int asked, int granted) {
    assertThat(Terms.keepAlive(asked)).isEqualTo(granted);
  }

  @Test
  void silent_client_is_closed_with_the_reason() {
    open();

    pass(44);
    assertThat(channel.isOpen()).isTrue();
    pass(1);

    assertThat(channel.isOpen()).isFalse();
    assertThat(connection.gone().cause()).isEqualTo(Cause.MQTT_KEEP_ALIVE_TIMEOUT);
    assertThat(connection.gone().reason())
        .isEqualTo("no packet came from the client for 1.5 times its keep alive");
  }

  @Test
  void client_whose_packets_come_is_left_alone_until_they_stop() {
    open();

    for (int i = 0; i < 10; i++) {
      pass(44);
      channel.writeInbound(Unpooled.wrappedBuffer(PINGREQ));
    }
    assertThat(channel.isOpen()).isTrue();
    pass(45);

    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void bytes_of_a_packet_that_never_ends_keep_nothing_alive() {
    open();

    for (byte dribble : Wire.hex("30 7f 0001")) {
      pass(10);
      channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {dribble}));
    }
    assertThat(channel.isOpen()).isTrue();
    pass(5);

    assertThat(channel.isOpen()).isFalse();
    assertThat(connection.gone().cause()).isEqualTo(Cause.MQTT_KEEP_ALIVE_TIMEOUT);
  }

  @Test
  void connection_is_watched_from_its_connect_with_what_was_granted() throws Exception {
    try (Bare bare = new Bare()) {
      assertThat(bare.new Client().send(Wire.connect("kit")).isAnswered()).isTrue();

      assertThat(bare.serverSides.element().pipeline().names())
          .containsSubsequence("frames", "silence", "decoder");
    }
  }

  private void open() {
    channel.freezeTime();
    channel.pipeline().addLast(new Frames(connection));
    channel.pipeline().addLast(new Silence(connection, Duration.ofSeconds(30), () -> nanos));
    // In the place of the decoder.
    channel
        .pipeline()
        .addLast(
            new ChannelInboundHandlerAdapter() {
              @Override
              public void channelRead(ChannelHandlerContext ctx, Object packet) {
                connection.decoded++;
                ReferenceCountUtil.release(packet);
              }
            });
  }

  private void pass(int seconds) {
    nanos += seconds * 1_000_000_000L;
    channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
    channel.runScheduledPendingTasks();
  }
}
