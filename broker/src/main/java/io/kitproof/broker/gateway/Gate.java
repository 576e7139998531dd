package io.kitproof.broker.gateway;

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
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a client and the core: only what the rules and the client's policy allow gets in
 * and out, and only what the script allows gets out.
 */
final class Gate extends ChannelDuplexHandler {

  /** Tells each gate that certificates, policies or attachments have changed. */
  static final Object CHANGED = new Object();

  /** Tells each gate that a script was rolled back: what it delayed is not late any more. */
  static final Object IN_TIME = new Object();

  /**
   * The return code for who is refused at CONNECT over MQTT 3.1.1. AWS's sources differ; 0 sends no
   * CONNACK at all, as all reports from the field have it, 5 is the standard's.
   */
  private static final int CONNACK_OF_311 = 0;

  private final Connection connection;
  private final House house;
  private final Grants grants;
  private final Misconduct misconduct;
  private final Late late = new Late();
  private final Reception reception;
  private final Publishing publishing;
  private final Subscribing subscribing;
  private final Deliveries deliveries;
  private final Answers answers;
  private final Inflow inflow = new Inflow(this::enter);

  Gate(Connection connection, House house) {
    this.connection = connection;
    this.house = house;
    this.grants = new Grants(connection, house);
    this.misconduct = new Misconduct(connection, house.script());
    this.reception = new Reception(connection, house, grants, misconduct, late);
    this.publishing = new Publishing(connection, house, grants, misconduct);
    this.subscribing = new Subscribing(connection, grants, house.presence());
    this.deliveries = new Deliveries(connection, grants, house.core());
    this.answers =
        new Answers(connection, house, misconduct, reception, subscribing, deliveries, late);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    boolean passedOn = false;
    try {
      if (connection.ending() || connection.deaf()) {
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
    if (refusal != null) {
      refuse(ctx, refusal);
      return false;
    }
    if (mqtt instanceof MqttPublishMessage publish) {
      return published(ctx, publish);
    }
    if (mqtt instanceof MqttSubscribeMessage subscribe) {
      subscribed(ctx, subscribe);
      return false;
    }
    if (mqtt instanceof MqttUnsubscribeMessage unsubscribe) {
      subscribing.asked(unsubscribe);
    } else if (mqtt instanceof MqttPubAckMessage) {
      deliveries.acknowledged();
    }
    inflow.pass(ctx, mqtt);
    return true;
  }

  private @Nullable Refusal judged(MqttMessage mqtt) {
    if (mqtt.decoderResult().isFailure()) {
      return Refusal.malformed(Words.malformed(mqtt));
    }
    if (!reception.begun()) {
      return Refusal.protocol(mqtt.fixedHeader().messageType().name() + " before CONNECT");
    }
    return house.rules().packet(mqtt);
  }

  private boolean published(ChannelHandlerContext ctx, MqttPublishMessage sent) {
    Refusal refusal = publishing.noted(sent);
    if (refusal != null) {
      refuse(ctx, refusal);
      return false;
    }
    MqttPublishMessage publish = publishing.named(sent);
    boolean acknowledged = publish.fixedHeader().qosLevel() == MqttQoS.AT_LEAST_ONCE;
    refusal = publishing.judged(publish);
    if (refusal == null && acknowledged && connection.mqtt5() && inflow.full()) {
      refusal = Refusal.tooMany("a PUBLISH with QoS 1 while 100 are not acknowledged");
    }
    if (refusal != null && acknowledged && connection.mqtt5() && refusal.byPolicy()) {
      answers.write(ctx, Tidy.puback(publish, refusal.code()));
      return false;
    }
    if (refusal != null) {
      refuse(ctx, refusal);
      return false;
    }
    misconduct.owes(publish);
    if (publishing.served(publish)) {
      if (acknowledged) {
        answers.acknowledge(ctx, Tidy.puback(publish, 0), ctx.newPromise());
      }
      return false;
    }
    inflow.pass(ctx, Tidy.publish(publish));
    return true;
  }

  private void subscribed(ChannelHandlerContext ctx, MqttSubscribeMessage subscribe) {
    Refusal refusal = misconduct.closesAt(subscribe);
    if (refusal == null) {
      refusal = subscribing.denied(subscribe);
    }
    if (refusal != null || misconduct.answers(ctx, subscribe)) {
      refuse(ctx, refusal);
      return;
    }
    MqttSubscribeMessage asked = subscribing.asked(subscribe);
    if (asked == null) {
      answers.write(ctx, subscribing.refused(subscribe));
    } else {
      inflow.pass(ctx, asked);
    }
  }

  /** Hands a packet to the core, whose turn it is. */
  private void enter(ChannelHandlerContext ctx, MqttMessage message) {
    if (message.fixedHeader().messageType() == MqttMessageType.DISCONNECT) {
      connection.ends(
          Cause.CLIENT_INITIATED_DISCONNECT, "the client said goodbye with a DISCONNECT");
      reception.goodbye(message);
      ctx.fireChannelRead(Tidy.goodbye());
    } else {
      ctx.fireChannelRead(message);
    }
  }

  /** The CONNACK may be out before the core is ready for more, by the width of a thread switch. */
  private void openWhenReady(ChannelHandlerContext ctx) {
    refuse(ctx, misconduct.refusesToStay());
    if (connection.ending() || !ctx.channel().isActive()) {
      return;
    }
    if (!house.core().accepts(ctx.channel())) {
      ctx.executor().schedule(() -> openWhenReady(ctx), 1, TimeUnit.MILLISECONDS);
      return;
    }
    inflow.open(ctx);
  }

  private void refuse(ChannelHandlerContext ctx, @Nullable Refusal refusal) {
    if (refusal == null) {
      return;
    }
    connection.ends(refusal.cause(), "refused " + refusal.reason());
    if (connection.mqtt5() && connection.open()) {
      ctx.write(MqttMessageBuilders.disconnect().reasonCode((byte) refusal.code()).build());
    } else if (!reception.begun() && refusal.fitsConnack()) {
      int code = connection.mqtt5() ? refusal.code() : CONNACK_OF_311;
      if (code != 0) {
        ctx.write(Tidy.refused(code));
      }
    }
    ctx.close();
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    if (connection.deaf()) {
      ReferenceCountUtil.release(message);
      promise.trySuccess();
      return;
    }
    if (message instanceof MqttConnAckMessage) {
      promise.addListener(sent -> openWhenReady(ctx));
    }
    answers.write(ctx, message, promise);
    if (message instanceof MqttPubAckMessage) {
      inflow.acknowledged(ctx);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    inflow.end();
    late.now();
    answers.end();
    ctx.fireChannelInactive();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event == IN_TIME) {
      late.now();
      return;
    }
    if (event != CHANGED) {
      ctx.fireUserEventTriggered(event);
      return;
    }
    grants.forget();
    if (reception.begun() && !connection.ending()) {
      refuse(ctx, reception.standing());
    }
  }
}
