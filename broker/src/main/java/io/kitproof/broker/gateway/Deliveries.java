package io.kitproof.broker.gateway;

import io.kitproof.broker.core.BrokerCore;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties.MqttProperty;
import io.netty.handler.codec.mqtt.MqttProperties.StringPair;
import io.netty.handler.codec.mqtt.MqttPubAckMessage;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.concurrent.TimeUnit;

/**
 * What is delivered to one client: only what its policy lets it receive, and again if a client of
 * MQTT 3.1.1 does not acknowledge it (facts of AWS IoT 2.1).
 */
final class Deliveries {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

  /** More than fixed header, topic length and packet id take. */
  private static final int HEAD_BYTES = 16;

  private final Connection connection;
  private final Grants grants;
  private final BrokerCore core;
  private int unacknowledged;
  private long stirredNanos;
  private boolean watching;

  Deliveries(Connection connection, Grants grants, BrokerCore core) {
    this.connection = connection;
    this.grants = grants;
    this.core = core;
  }

  /** Whether the client gets it; if not, the core is told that it has. */
  boolean allowed(ChannelHandlerContext ctx, MqttPublishMessage publish) {
    String topic = publish.variableHeader().topicName();
    if (grants.receive(topic) && fits(publish, topic)) {
      if (publish.fixedHeader().qosLevel() == MqttQoS.AT_LEAST_ONCE) {
        sent(ctx);
      }
      return true;
    }
    if (publish.fixedHeader().qosLevel() == MqttQoS.AT_LEAST_ONCE) {
      ctx.fireChannelRead(puback(publish.variableHeader().packetId()));
    }
    return false;
  }

  private boolean fits(MqttPublishMessage publish, String topic) {
    long largest = connection.stay().terms().largestPacket();
    return largest == Long.MAX_VALUE
        || publish.payload().readableBytes()
                + Tidy.bytes(topic)
                + propertyBytes(publish)
                + HEAD_BYTES
            <= largest;
  }

  private static long propertyBytes(MqttPublishMessage publish) {
    long bytes = 0;
    for (MqttProperty<?> property : publish.variableHeader().properties().listAll()) {
      bytes += HEAD_BYTES;
      if (property.value() instanceof String text) {
        bytes += Tidy.bytes(text);
      } else if (property.value() instanceof byte[] data) {
        bytes += data.length;
      } else if (property.value() instanceof StringPair pair) {
        bytes += Tidy.bytes(pair.key) + Tidy.bytes(pair.value);
      }
    }
    return bytes;
  }

  private void sent(ChannelHandlerContext ctx) {
    unacknowledged++;
    stirredNanos = System.nanoTime();
    if (!watching && !connection.mqtt5()) {
      watching = true;
      watch(ctx);
    }
  }

  void acknowledged() {
    unacknowledged = Math.max(0, unacknowledged - 1);
    stirredNanos = System.nanoTime();
  }

  private void watch(ChannelHandlerContext ctx) {
    long left = PATIENCE_NANOS - (System.nanoTime() - stirredNanos);
    var unused = ctx.executor().schedule(() -> look(ctx), Math.max(left, 1), TimeUnit.NANOSECONDS);
  }

  private void look(ChannelHandlerContext ctx) {
    if (unacknowledged == 0 || !ctx.channel().isActive()) {
      watching = false;
      return;
    }
    if (System.nanoTime() - stirredNanos >= PATIENCE_NANOS) {
      stirredNanos = System.nanoTime();
      if (allWritten(ctx)) {
        unacknowledged = 0; // what is sent again is counted again
        core.resend(ctx.channel());
      }
    }
    watch(ctx);
  }

  /** What the socket has not even taken need not be sent again. */
  private static boolean allWritten(ChannelHandlerContext ctx) {
    ChannelOutboundBuffer buffer = ctx.channel().unsafe().outboundBuffer();
    return buffer != null && buffer.totalPendingWriteBytes() == 0;
  }

  private static MqttPubAckMessage puback(int packetId) {
    return new MqttPubAckMessage(
        new MqttFixedHeader(MqttMessageType.PUBACK, false, MqttQoS.AT_MOST_ONCE, false, 0),
        MqttMessageIdVariableHeader.from(packetId));
  }
}
