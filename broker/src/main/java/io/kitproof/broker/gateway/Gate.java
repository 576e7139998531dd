package io.kitproof.broker.gateway;

import io.kitproof.broker.core.BrokerCore;
import io.kitproof.broker.traffic.Disconnect.Cause;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPubAckMessage;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between a client and the core: only what the rules allow gets in, and only what the script
 * allows gets out.
 */
final class Gate extends ChannelDuplexHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

  private final Connection connection;
  private final Rules rules;
  private final Misconduct misconduct;
  private final Reception reception;
  private final BrokerCore core;
  private final Clients clients;

  /** What came before the core was done with the CONNECT; it would lose it. */
  private final Deque<MqttMessage> held = new ArrayDeque<>();

  private boolean open;

  Gate(Connection connection, Rules rules, Script script, BrokerCore core, Clients clients) {
    this.connection = connection;
    this.rules = rules;
    this.misconduct = new Misconduct(connection, script);
    this.reception = new Reception(connection, rules, misconduct, core, clients);
    this.core = core;
    this.clients = clients;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    boolean passedOn = false;
    try {
      if (connection.ending()) {
        return;
      }
      if (message instanceof Frames.Malformed malformed) {
        refuse(ctx, malformed.why());
      } else if (message instanceof MqttMessage mqtt) {
        passedOn = received(ctx, mqtt);
      }
    } finally {
      if (!passedOn) {
        ReferenceCountUtil.release(message);
      }
    }
  }

  private boolean received(ChannelHandlerContext ctx, MqttMessage mqtt) {
    if (mqtt.decoderResult().isSuccess() && mqtt instanceof MqttConnectMessage connect) {
      refuse(ctx, reception.connect(ctx, connect));
      return false;
    }
    if (mqtt.decoderResult().isSuccess() && !reception.begun() && misconduct.swallows(ctx, mqtt)) {
      return false;
    }
    Refusal refusal = judged(mqtt);
    if (refusal != null || misconduct.answers(ctx, mqtt)) {
      refuse(ctx, refusal);
      return false;
    }
    pass(ctx, mqtt instanceof MqttPublishMessage publish ? Tidy.publish(publish) : mqtt);
    return true;
  }

  private @Nullable Refusal judged(MqttMessage mqtt) {
    if (mqtt.decoderResult().isFailure()) {
      return Refusal.malformed(Words.malformed(mqtt));
    }
    if (!reception.begun()) {
      return Refusal.protocol(mqtt.fixedHeader().messageType().name() + " before CONNECT");
    }
    Refusal refusal = rules.packet(connection, mqtt);
    return refusal == null ? misconduct.closesAt(mqtt) : refusal;
  }

  private void pass(ChannelHandlerContext ctx, MqttMessage message) {
    if (!open) {
      held.add(message);
      return;
    }
    if (message.fixedHeader().messageType() == MqttMessageType.DISCONNECT) {
      connection.ends(
          Cause.CLIENT_INITIATED_DISCONNECT, "the client said goodbye with a DISCONNECT");
    }
    ctx.fireChannelRead(message);
  }

  /** The CONNACK may be out before the core is ready for more, by the width of a thread switch. */
  private void openWhenReady(ChannelHandlerContext ctx) {
    if (connection.ending() || !ctx.channel().isActive()) {
      return;
    }
    if (!core.accepts(ctx.channel())) {
      ctx.executor().schedule(() -> openWhenReady(ctx), 1, TimeUnit.MILLISECONDS);
      return;
    }
    open = true;
    MqttMessage next = held.poll();
    while (next != null) {
      pass(ctx, next);
      next = held.poll();
    }
    ctx.fireChannelReadComplete();
  }

  private void refuse(ChannelHandlerContext ctx, @Nullable Refusal refusal) {
    if (refusal == null) {
      return;
    }
    connection.ends(refusal.cause(), "refused " + refusal.reason());
    if (connection.mqtt5() && connection.open()) {
      ctx.write(MqttMessageBuilders.disconnect().reasonCode((byte) refusal.code()).build());
    }
    ctx.close();
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    if (message instanceof MqttConnAckMessage connack) {
      promise.addListener(sent -> openWhenReady(ctx));
      ctx.write(reception.connack(connack), promise);
    } else if (message instanceof MqttPubAckMessage puback) {
      misconduct.puback(ctx, puback, promise);
    } else if (message instanceof MqttMessage mqtt
        && mqtt.fixedHeader().messageType() == MqttMessageType.DISCONNECT
        && !connection.mqtt5()) {
      // MQTT 3.1.1 has no DISCONNECT from a broker; the core sends one nevertheless.
      promise.trySuccess();
    } else {
      ctx.write(message, promise);
    }
  }

  @Override
  public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
    connection.ends(Cause.SERVER_ERROR, "the message broker closed the connection");
    ctx.close(promise);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    clients.leave(connection);
    held.forEach(ReferenceCountUtil::release);
    held.clear();
    ctx.fireChannelInactive();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof IdleStateEvent) {
      connection.ends(
          Cause.MQTT_KEEP_ALIVE_TIMEOUT,
          "nothing came from the client for 1.5 times its keep alive");
      ctx.close();
    } else {
      ctx.fireUserEventTriggered(event);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (cause instanceof IOException) {
      connection.ends(Cause.CONNECTION_LOST, "the connection broke: " + cause.getMessage());
    } else if (!connection.ending()) {
      LOG.warn("Connection {} of {} failed.", connection.number(), connection.clientId(), cause);
      connection.ends(Cause.SERVER_ERROR, "the gateway failed: " + cause);
    }
    ctx.close();
  }
}
