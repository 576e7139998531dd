package io.kitproof.broker.gateway;

import io.kitproof.broker.bus.Publication;
import io.kitproof.broker.core.Messages;
import io.kitproof.broker.traffic.Disconnect.Cause;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes a client in: from its CONNECT, which the rules, its policy and the script judge, to its
 * CONNACK; and notes its last wishes.
 */
final class Reception {

  private static final int SESSION_TAKEN_OVER = 0x8E;
  private static final int DISCONNECT_WITH_WILL = 4;

  private final Connection connection;
  private final House house;
  private final Grants grants;
  private final Misconduct misconduct;
  private final Late late;
  private boolean begun;
  private String assignedId = "";

  Reception(Connection connection, House house, Grants grants, Misconduct misconduct, Late late) {
    this.connection = connection;
    this.house = house;
    this.grants = grants;
    this.misconduct = misconduct;
    this.late = late;
  }

  /** Whether a CONNECT has gone to the core. */
  boolean begun() {
    return begun;
  }

  /**
   * Hands the CONNECT to the core, which joins the pipeline for it; or tells why not, or neither.
   */
  @Nullable Refusal connect(ChannelHandlerContext ctx, MqttConnectMessage connect) {
    if (misconduct.waits()) {
      return null; // a client that loses patience asks again
    }
    Refusal refusal = begun ? Refusal.protocol("a second CONNECT") : judged(connect);
    if (refusal == null) {
      refusal = misconduct.refusesConnect();
    }
    if (refusal != null || misconduct.withholdsConnack()) {
      return refusal;
    }
    int code = misconduct.codeOfRefusal();
    if (code != 0) {
      ctx.write(Tidy.refused(code));
      return Refusal.scripted("the cloud was told to refuse this client id with code " + code);
    }
    Duration delay = misconduct.delaysConnack();
    if (delay == null) {
      begin(ctx);
    } else {
      late.after(ctx, delay, () -> begin(ctx));
    }
    return null;
  }

  private void begin(ChannelHandlerContext ctx) {
    misconduct.served();
    if (connection.ending() || !ctx.channel().isActive()) {
      return;
    }
    begun = true;
    enter();
    Terms terms = connection.stay().terms();
    ctx.pipeline()
        .addAfter(
            Pipeline.FRAMES,
            "silence",
            new Silence(connection, terms.keepAlive(), System::nanoTime));
    ctx.pipeline().addLast("core", house.core().connections());
    ctx.fireChannelActive();
    boolean clean = terms.cleanStart() || misconduct.expiresSession();
    ctx.fireChannelRead(Tidy.connect(terms, clean, connection.clientId()));
  }

  private @Nullable Refusal judged(MqttConnectMessage connect) {
    Refusal refusal = house.admission().connect(connection, connect);
    if (refusal != null) {
      return refusal;
    }
    if (connection.clientId().isEmpty()) {
      assignedId = UUID.randomUUID().toString();
      connection.renamed(assignedId);
    }
    Terms terms = Terms.of(connect);
    connection.stay().begins(terms);
    grants.areFor(
        new Guest(
            connection.clientId(),
            connection.remote(),
            terms.connectAttributes(),
            terms.willTopic()));
    refusal = standing();
    return refusal == null ? will(terms.will()) : refusal;
  }

  /** Whether the client may be connected at all, which is asked again when something changes. */
  @Nullable Refusal standing() {
    Refusal stranger = house.admission().principal(connection);
    if (stranger != null) {
      return stranger;
    }
    String id = connection.clientId();
    return grants.allows(Action.CONNECT, id)
        ? null
        : Refusal.denied("a CONNECT of \"" + id + "\"", Action.CONNECT);
  }

  private @Nullable Refusal will(@Nullable Publication will) {
    if (will == null) {
      return null;
    }
    String packet = "a CONNECT with a will to \"" + will.topic() + "\"";
    if (!grants.allows(Action.PUBLISH, will.topic())) {
      return Refusal.denied(packet, Action.PUBLISH);
    }
    return will.retain() && !grants.allows(Action.RETAIN_PUBLISH, will.topic())
        ? Refusal.denied(packet, Action.RETAIN_PUBLISH)
        : null;
  }

  private void enter() {
    Connection replaced = house.clients().enter(connection);
    if (replaced != null) {
      replaced.ends(
          Cause.DUPLICATE_CLIENTID,
          "client id \""
              + connection.clientId()
              + "\" was taken over by connection "
              + connection.number());
      replaced.close(SESSION_TAKEN_OVER);
    }
  }

  /** What to say in the place of the core's CONNACK. */
  MqttConnAckMessage connack(MqttConnAckMessage fromCore) {
    int code = fromCore.variableHeader().connectReturnCode().byteValue() & 0xFF;
    boolean present = fromCore.variableHeader().isSessionPresent();
    if (code == 0) {
      connection.accepted();
      house.wills().arrived(connection);
      house.presence().connected(connection, present);
      code = misconduct.codeToSay();
    }
    return Tidy.connack(connection.stay().terms(), present, assignedId, code);
  }

  /** What the client wants for the time after it, as its DISCONNECT says. */
  void goodbye(MqttMessage disconnect) {
    if (!(disconnect.variableHeader()
        instanceof MqttReasonCodeAndPropertiesVariableHeader header)) {
      return;
    }
    Stay stay = connection.stay();
    if (header.reasonCode() == DISCONNECT_WITH_WILL) {
      stay.willInAnyCase();
    }
    Messages.value(header.properties(), MqttPropertyType.SESSION_EXPIRY_INTERVAL, Integer.class)
        .filter(seconds -> stay.terms().persistent())
        .map(seconds -> Duration.ofSeconds(Integer.toUnsignedLong(seconds)))
        .ifPresent(
            time -> {
              stay.sessionExpiry(time);
              house.core().expireAfter(connection.clientId(), time);
            });
  }
}
