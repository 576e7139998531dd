package io.kitproof.broker.gateway;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiConsumer;

/**
 * Lets packets in to the core when it can take them. What comes before it is done with the CONNECT
 * it would lose, and of what is not acknowledged it gets a hundred messages at most; meanwhile
 * nothing more is read from the socket.
 */
final class Inflow {

  private final BiConsumer<ChannelHandlerContext, MqttMessage> inside;
  private final Deque<MqttMessage> held = new ArrayDeque<>();
  private boolean open;
  private int unacknowledged;

  Inflow(BiConsumer<ChannelHandlerContext, MqttMessage> inside) {
    this.inside = inside;
  }

  /** Whether another message of QoS 1 is one too many. */
  boolean full() {
    return unacknowledged >= Terms.WINDOW;
  }

  void pass(ChannelHandlerContext ctx, MqttMessage message) {
    if (held.isEmpty() && fits(message)) {
      enter(ctx, message);
    } else {
      held.add(message);
      ctx.channel().config().setAutoRead(false);
    }
  }

  void open(ChannelHandlerContext ctx) {
    open = true;
    drain(ctx);
    ctx.fireChannelReadComplete();
  }

  /** The core has acknowledged a message of QoS 1. */
  void acknowledged(ChannelHandlerContext ctx) {
    unacknowledged = Math.max(0, unacknowledged - 1);
    if (!held.isEmpty()) {
      drain(ctx);
    }
  }

  private void drain(ChannelHandlerContext ctx) {
    MqttMessage next = held.peek();
    while (next != null && fits(next)) {
      held.remove();
      enter(ctx, next);
      next = held.peek();
    }
    if (held.isEmpty() && !ctx.channel().config().isAutoRead()) {
      ctx.channel().config().setAutoRead(true);
    }
  }

  private boolean fits(MqttMessage message) {
    return open && (!full() || !acknowledgeable(message));
  }

  private void enter(ChannelHandlerContext ctx, MqttMessage message) {
    if (acknowledgeable(message)) {
      unacknowledged++;
    }
    inside.accept(ctx, message);
  }

  private static boolean acknowledgeable(MqttMessage message) {
    return message instanceof MqttPublishMessage
        && message.fixedHeader().qosLevel() == MqttQoS.AT_LEAST_ONCE;
  }

  void end() {
    held.forEach(ReferenceCountUtil::release);
    held.clear();
  }
}
