package io.kitproof.broker.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WindowTest {

  private final List<MqttMessage> inside = new ArrayList<>();
  private final Inflow inflow = new Inflow((ctx, message) -> inside.add(message));
  private final EmbeddedChannel channel = new EmbeddedChannel(new ChannelInboundHandlerAdapter());
  private final ChannelHandlerContext ctx = channel.pipeline().firstContext();

  @AfterEach
  void close() {
    inflow.end();
    channel.close();
  }

  @Test
  void nothing_is_read_while_the_core_is_not_ready() {
    inflow.pass(ctx, publish(1));

    assertThat(inside).isEmpty();
    assertThat(channel.config().isAutoRead()).isFalse();
    inflow.open(ctx);
    assertThat(inside).hasSize(1);
    assertThat(channel.config().isAutoRead()).isTrue();
  }

  @Test
  void hundred_messages_without_an_acknowledgement_are_enough() {
    inflow.open(ctx);
    for (int id = 1; id <= 101; id++) {
      inflow.pass(ctx, publish(id));
    }

    assertThat(inside).hasSize(100);
    assertThat(inflow.full()).isTrue();
    assertThat(channel.config().isAutoRead()).isFalse();
    inflow.acknowledged(ctx);
    assertThat(inside).hasSize(101);
    assertThat(channel.config().isAutoRead()).isTrue();
  }

  private static MqttMessage publish(int id) {
    return MqttMessageBuilders.publish()
        .topicName("a")
        .qos(MqttQoS.AT_LEAST_ONCE)
        .messageId(id)
        .payload(Unpooled.EMPTY_BUFFER)
        .build();
  }
}
