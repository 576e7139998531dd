package io.kitproof.broker.gateway;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Does to one connection what the script says. */
final class Misconduct {

  private final Connection connection;
  private final Script script;

  /** By packet id, what is to happen to the PUBACKs that the core owes, oldest first. */
  private final Map<Integer, Deque<Misbehaviour.AtPublish>> owed = new HashMap<>();

  private final Set<Integer> unconfirmed = new HashSet<>();

  private Misbehaviour.@Nullable AtConnect atConnect;
  private boolean withheld;

  Misconduct(Connection connection, Script script) {
    this.connection = connection;
    this.script = script;
  }

  /** A CONNECT is here: what the script has for it counts until the next one. */
  @Nullable Refusal refusesConnect() {
    atConnect =
        script.take(
            Misbehaviour.AtConnect.class,
            Script.By.CLIENT_ID,
            connection.clientId(),
            connection.principal());
    return atConnect instanceof Misbehaviour.CloseAtConnect
        ? Refusal.scripted(
            "a CONNECT: the cloud was told to close \"" + connection.clientId() + "\"")
        : null;
  }

  boolean withholdsConnack() {
    withheld = atConnect instanceof Misbehaviour.WithholdConnack;
    return withheld;
  }

  /** How much later the CONNECT is to be served; null when at once. */
  @Nullable Duration delaysConnack() {
    Duration delay =
        atConnect instanceof Misbehaviour.DelayConnack delayed ? delayed.delay() : null;
    withheld = delay != null;
    return delay;
  }

  /** Whether a CONNECT is still to be served. */
  boolean waits() {
    return withheld && atConnect instanceof Misbehaviour.DelayConnack;
  }

  /** The delay is over. */
  void served() {
    withheld = false;
  }

  /** The code of a CONNACK after which the connection is closed, or 0. */
  int codeOfRefusal() {
    return atConnect instanceof Misbehaviour.RefuseConnect refuse && !refuse.stay()
        ? refuse.code()
        : 0;
  }

  boolean expiresSession() {
    return atConnect instanceof Misbehaviour.ExpireSession;
  }

  @Nullable Refusal refusesToStay() {
    return atConnect instanceof Misbehaviour.CloseAfterConnack
        ? Refusal.scripted("to go on: the cloud was told to disconnect this client")
        : null;
  }

  /** The code to put in the place of the core's acceptance, or 0. */
  int codeToSay() {
    return atConnect instanceof Misbehaviour.RefuseConnect refuse && refuse.stay()
        ? refuse.code()
        : 0;
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
      return atPublish(topic) instanceof Misbehaviour.CloseAtPublish
          ? Refusal.scripted("a PUBLISH: the cloud was told to close at \"" + topic + "\"")
          : null;
    }
    if (message instanceof MqttSubscribeMessage) {
      for (String filter : Words.filters(message)) {
        if (atSubscribe(filter) instanceof Misbehaviour.CloseAtSubscribe) {
          return Refusal.scripted("a SUBSCRIBE: the cloud was told to close at \"" + filter + "\"");
        }
      }
    }
    return null;
  }

  /** Answers a SUBSCRIBE in the core's place where the script wants it. */
  boolean answers(ChannelHandlerContext ctx, MqttSubscribeMessage subscribe) {
    if (Words.filters(subscribe).stream()
        .noneMatch(f -> atSubscribe(f) instanceof Misbehaviour.RefuseSubscription)) {
      if (Words.filters(subscribe).stream()
          .anyMatch(f -> atSubscribe(f) instanceof Misbehaviour.WithholdSuback)) {
        unconfirmed.add(subscribe.variableHeader().messageId());
      }
      return false;
    }
    var suback = MqttMessageBuilders.subAck().packetId(subscribe.variableHeader().messageId());
    subscribe.payload().topicSubscriptions().forEach(s -> suback.addGrantedQos(MqttQoS.FAILURE));
    ctx.write(suback.build());
    return true;
  }

  /** Notes what is to happen to the PUBACK of this message. */
  void owes(MqttPublishMessage publish) {
    Misbehaviour.AtPublish what = atPublish(publish.variableHeader().topicName());
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

  /** Whether the SUBACK of this packet id is not to be sent. */
  boolean withholdsSuback(int packetId) {
    return unconfirmed.remove(packetId);
  }

  boolean withholdsPingresp() {
    return now(Misbehaviour.AtPing.class) instanceof Misbehaviour.WithholdPingresp;
  }

  /** What is to happen to a message for the client. */
  Misbehaviour.@Nullable AtDelivery atDelivery() {
    return now(Misbehaviour.AtDelivery.class);
  }

  private <T extends Misbehaviour> @Nullable T now(Class<T> moment) {
    return script.at(moment, Script.By.CLIENT_ID, connection.clientId(), connection.principal());
  }

  private Misbehaviour.@Nullable AtPublish atPublish(String topic) {
    return script.at(Misbehaviour.AtPublish.class, Script.By.TOPIC, topic, connection.principal());
  }

  private Misbehaviour.@Nullable AtSubscribe atSubscribe(String filter) {
    return script.at(
        Misbehaviour.AtSubscribe.class, Script.By.FILTER, filter, connection.principal());
  }
}
