package io.kitproof.broker.gateway;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPubAckMessage;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttUnsubAckMessage;

/**
 * What goes out to one client: deliveries that its policy allows, and acknowledgements that are
 * whole, that the script allows, and that wait for the store.
 */
final class Answers {

  private final Connection connection;
  private final Misconduct misconduct;
  private final Reception reception;
  private final Subscribing subscribing;
  private final Deliveries deliveries;
  private final Late late;
  private final Outflow outflow;

  Answers(
      Connection connection,
      House house,
      Misconduct misconduct,
      Reception reception,
      Subscribing subscribing,
      Deliveries deliveries,
      Late late) {
    this.connection = connection;
    this.misconduct = misconduct;
    this.reception = reception;
    this.subscribing = subscribing;
    this.deliveries = deliveries;
    this.late = late;
    this.outflow = new Outflow(house.store());
  }

  void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    if (message instanceof MqttPublishMessage publish) {
      deliver(ctx, publish, promise);
    } else if (message instanceof MqttPubAckMessage puback) {
      acknowledge(ctx, puback, promise);
    } else if (message instanceof MqttConnAckMessage connack) {
      outflow.whenKept(ctx, reception.connack(connack), promise);
    } else if (message instanceof MqttSubAckMessage suback) {
      MqttSubAckMessage granted = subscribing.granted(suback);
      if (misconduct.withholdsSuback(granted.variableHeader().messageId())) {
        promise.trySuccess();
      } else {
        outflow.whenKept(ctx, granted, promise);
      }
    } else if (message instanceof MqttUnsubAckMessage unsuback) {
      outflow.whenKept(ctx, subscribing.gone(unsuback), promise);
    } else if (message instanceof MqttMessage mqtt
        && mqtt.fixedHeader().messageType() == MqttMessageType.PINGRESP
        && misconduct.withholdsPingresp()) {
      promise.trySuccess();
    } else if (message instanceof MqttMessage mqtt
        && mqtt.fixedHeader().messageType() == MqttMessageType.DISCONNECT
        && !connection.mqtt5()) {
      // MQTT 3.1.1 has no DISCONNECT from a broker; the core sends one nevertheless.
      promise.trySuccess();
    } else {
      outflow.write(ctx, message, promise);
    }
  }

  /** Writes an answer of the gateway's own, which is as it should be. */
  void write(ChannelHandlerContext ctx, MqttMessage answer) {
    outflow.write(ctx, answer, ctx.newPromise());
  }

  private void deliver(
      ChannelHandlerContext ctx, MqttPublishMessage publish, ChannelPromise promise) {
    if (!deliveries.allowed(ctx, publish)) {
      publish.release();
      promise.trySuccess();
      return;
    }
    MqttPublishMessage delivery = Tidy.delivery(publish);
    Misbehaviour.AtDelivery what = misconduct.atDelivery();
    if (what instanceof Misbehaviour.DelayDeliveries delay) {
      late.after(ctx, delay.delay(), () -> outflow.write(ctx, delivery, promise));
      return;
    }
    if (what instanceof Misbehaviour.RepeatDeliveries repeat) {
      MqttPublishMessage again = Tidy.again(delivery);
      late.after(ctx, repeat.later(), () -> write(ctx, again));
    }
    outflow.write(ctx, delivery, promise);
  }

  void acknowledge(ChannelHandlerContext ctx, MqttPubAckMessage puback, ChannelPromise promise) {
    Misbehaviour.AtPublish what = misconduct.next(puback.variableHeader().messageId());
    if (what instanceof Misbehaviour.WithholdPuback) {
      promise.trySuccess();
    } else if (what instanceof Misbehaviour.DelayPuback delay) {
      late.after(ctx, delay.delay(), () -> outflow.whenKept(ctx, puback, promise));
    } else {
      outflow.whenKept(ctx, puback, promise);
    }
  }

  void end() {
    outflow.end();
  }
}
