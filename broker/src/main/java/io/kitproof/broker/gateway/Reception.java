package io.kitproof.broker.gateway;

import io.kitproof.broker.core.BrokerCore;
import io.kitproof.broker.traffic.Disconnect.Cause;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes a client in: from its CONNECT, which the rules and the script judge, to its CONNACK. */
final class Reception {

  private final Connection connection;
  private final Rules rules;
  private final Misconduct misconduct;
  private final BrokerCore core;
  private final Clients clients;
  private boolean begun;
  private String assignedId = "";
  private @Nullable Connection replaced;

  Reception(
      Connection connection, Rules rules, Misconduct misconduct, BrokerCore core, Clients clients) {
    this.connection = connection;
    this.rules = rules;
    this.misconduct = misconduct;
    this.core = core;
    this.clients = clients;
  }

  /** Whether a CONNECT has gone to the core. */
  boolean begun() {
    return begun;
  }

  /**
   * Hands the CONNECT to the core, which joins the pipeline for it; or tells why not, or neither.
   */
  @Nullable Refusal connect(ChannelHandlerContext ctx, MqttConnectMessage connect) {
    Refusal refusal =
        begun ? Refusal.protocol("a second CONNECT") : rules.connect(connection, connect);
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
    enter();
    begun = true;
    ctx.pipeline().addLast("core", core.connections());
    ctx.fireChannelActive();
    ctx.fireChannelRead(Tidy.connect(connect, connection.clientId()));
    return null;
  }

  private void enter() {
    if (connection.clientId().isEmpty()) {
      assignedId = UUID.randomUUID().toString();
      connection.renamed(assignedId);
    }
    replaced = clients.enter(connection);
    if (replaced != null) {
      replaced.ends(
          Cause.DUPLICATE_CLIENTID,
          "client id \""
              + connection.clientId()
              + "\" was taken over by connection "
              + connection.number());
    }
  }

  /** What to say in the place of the core's CONNACK. */
  MqttConnAckMessage connack(MqttConnAckMessage fromCore) {
    int code = fromCore.variableHeader().connectReturnCode().byteValue() & 0xFF;
    if (code == 0) {
      connection.accepted();
      code = misconduct.codeToSay();
      if (replaced != null) {
        replaced.close();
        replaced = null;
      }
    }
    return Tidy.connack(fromCore, connection.mqtt5(), assignedId, code);
  }
}
