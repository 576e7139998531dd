package io.kitproof.broker.gateway;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Does to one connection what the script says. */
final class Misconduct {

  private final Connection connection;
  private final Script script;

  /** By packet id, what is to happen to the PUBACKs that the core owes, oldest first. */
  private final Map<Integer, Deque<Misbehaviour.AtPublish>> owed = new HashMap<>();

  private boolean withheld;
  private int codeToSay;

  Misconduct(Connection connection, Script script) {
    this.connection = connection;
    this.script = script;
  }

  @Nullable Refusal refusesConnect() {
    return script.atConnect(connection.clientId()) instanceof Misbehaviour.CloseAtConnect
        ? Refusal.scripted(
            "a CONNECT: the cloud was told to close \"" + connection.clientId() + "\"")
        : null;
  }

  boolean withholdsConnack() {
    withheld = script.atConnect(connection.clientId()) instanceof Misbehaviour.WithholdConnack;
    return withheld;
  }

  /** The code of a CONNACK after which the connection is closed, or 0. */
  int codeOfRefusal() {
    if (script.atConnect(connection.clientId()) instanceof Misbehaviour.RefuseConnect refuse) {
      codeToSay = refuse.stay() ? refuse.code() : 0;
      return refuse.stay() ? 0 : refuse.code();
    }
    return 0;
  }

  /** The code to put in the place of the core's acceptance, or 0. */
  int codeToSay() {
    return codeToSay;
  }

  /** While the CONNACK is withheld the connection hangs, but a ping is answered. */
  boolean swallows(ChannelHandlerContext ctx, MqttMessage message) {
    if (withheld && message.fixedHeader().messageType() == MqttMessageType.PINGREQ) {
      ctx.write(
          new MqttMessage(
              new MqttFixedHeader(
                  MqttMessageType.PINGRESP, false, MqttQoS.AT_MOST_ONCE, false, 0)));
    }
    return withheld;
  }

  @Nullable Refusal closesAt(MqttMessage message) {
    if (message instanceof MqttPublishMessage publish) {
      String topic = publish.variableHeader().topicName();
      return script.atPublish(topic) instanceof Misbehaviour.CloseAtPublish
          ? Refusal.scripted("a PUBLISH: the cloud was told to close at \"" + topic + "\"")
          : null;
    }
    if (message instanceof MqttSubscribeMessage) {
      for (String filter : Words.filters(message)) {
        if (script.atSubscribe(filter) instanceof Misbehaviour.CloseAtSubscribe) {
          return Refusal.scripted("a SUBSCRIBE: the cloud was told to close at \"" + filter + "\"");
        }
      }
    }
    return null;
  }

  /** Answers a SUBSCRIBE in the core's place where the script wants it. */
  boolean answers(ChannelHandlerContext ctx, MqttSubscribeMessage subscribe) {
    if (Words.filters(subscribe).stream()
        .noneMatch(f -> script.atSubscribe(f) instanceof Misbehaviour.RefuseSubscription)) {
      return false;
    }
    var suback = MqttMessageBuilders.subAck().packetId(subscribe.variableHeader().messageId());
    subscribe.payload().topicSubscriptions().forEach(s -> suback.addGrantedQos(MqttQoS.FAILURE));
    ctx.write(suback.build());
    return true;
  }

  /** Notes what is to happen to the PUBACK of this message. */
  void owes(MqttPublishMessage publish) {
    Misbehaviour.AtPublish what = script.atPublish(publish.variableHeader().topicName());
    if (what != null && publish.fixedHeader().qosLevel() == MqttQoS.AT_LEAST_ONCE) {
      owed.computeIfAbsent(publish.variableHeader().packetId(), id -> new ArrayDeque<>()).add(what);
    }
  }

  /** What is to happen to the next PUBACK of this packet id. */
  Misbehaviour.@Nullable AtPublish next(int packetId) {
    Deque<Misbehaviour.AtPublish> forId = owed.get(packetId);
    if (forId == null) {
      return null;
    }
    Misbehaviour.AtPublish what = forId.poll();
    if (forId.isEmpty()) {
      owed.remove(packetId);
    }
    return what;
  }
}
