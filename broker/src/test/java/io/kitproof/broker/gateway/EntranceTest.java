package io.kitproof.broker.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.Clouds;
import io.kitproof.broker.RawClient;
import io.kitproof.broker.Recorder;
import io.kitproof.broker.Wire;
import io.kitproof.broker.traffic.Disconnect;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntranceTest {

  private final Recorder recorder = new Recorder();
  private final DeviceGateway gateway = Clouds.gateway(new OpenHouse(), recorder);

  @AfterEach
  void close() {
    gateway.close();
  }

  @ParameterizedTest
  @CsvSource({
    "MQTT, '', mqtt",
    "MQTT, x-amzn-mqtt-ca, mqtt",
    "MQTT, x-amzn-http-ca, http",
    "MQTT, h2, mqtt",
    "HTTP, '', http",
    "HTTP, http/1.1, http",
    "HTTP, x-amzn-mqtt-ca, mqtt",
    "HTTP, x-amzn-http-ca, http"
  })
  void client_chooses_by_alpn_and_the_door_otherwise(
      Pipeline.Speech door, String offered, String spoken) {
    gateway.serveHttp(this::answerAnything);
    InetSocketAddress where =
        door == Pipeline.Speech.MQTT
            ? gateway.openMqtt(Clouds.anywhere())
            : gateway.openWeb(Clouds.anywhere());

    try (RawClient client =
        offered.isEmpty() ? RawClient.open(where) : RawClient.open(where, offered)) {

      assertThat(client.protocol()).isEqualTo(offered.startsWith("x-amzn") ? offered : "");
      assertThat(client.send(Wire.connect("kit")).receive())
          .isEqualTo(spoken.equals("mqtt") ? "20020000" : "02" + "0168");
    }
  }

  @Test
  void end_of_a_connection_that_never_spoke_mqtt_is_told_once() {
    gateway.serveHttp(this::answerAnything);
    InetSocketAddress where = gateway.openWeb(Clouds.anywhere());

    RawClient client = RawClient.open(where);
    client.send(Wire.hex("00")).receive();
    client.close();

    Disconnect end = recorder.awaitEndOf(1);
    assertThat(end.principal()).isEqualTo(Clouds.DEVICE.principal());
    gateway.close();
    assertThat(recorder.all()).filteredOn(Disconnect.class::isInstance).hasSize(1);
  }

  @Test
  void mqtt_starts_on_a_channel_that_spoke_something_else_before() {
    gateway.serveHttp(
        (channel, principal) ->
            channel
                .pipeline()
                .addLast(
                    "upgrade",
                    new SimpleChannelInboundHandler<ByteBuf>() {
                      @Override
                      protected void channelRead0(ChannelHandlerContext ctx, ByteBuf bytes) {
                        gateway.mqtt(ctx.channel(), "AKIAEXAMPLE");
                        ctx.pipeline().remove(this);
                        ctx.writeAndFlush(bytes.retain());
                      }
                    }));
    InetSocketAddress where = gateway.openWeb(Clouds.anywhere());

    try (RawClient client = RawClient.open(where)) {
      assertThat(client.send(Wire.hex("c000")).receive()).isEqualTo("c000");

      assertThat(client.send(Wire.connect("browser")).receive()).isEqualTo("20020000");

      assertThat(gateway.connections())
          .singleElement()
          .satisfies(c -> assertThat(c.principal()).isEqualTo("AKIAEXAMPLE"))
          .satisfies(c -> assertThat(c.clientId()).isEqualTo("browser"));
    }
    assertThat(recorder.awaitEnd("browser").connection()).isEqualTo(1);
  }

  private void answerAnything(Channel channel, String principal) {
    channel
        .pipeline()
        .addLast(
            new SimpleChannelInboundHandler<ByteBuf>() {
              @Override
              protected void channelRead0(ChannelHandlerContext ctx, ByteBuf bytes) {
                ctx.writeAndFlush(ctx.alloc().buffer().writeBytes(new byte[] {2, 1, 'h'}));
              }
            });
  }
}
