package io.kitproof.broker.gateway;

import io.kitproof.broker.traffic.Direction;
import io.kitproof.broker.traffic.TrafficListener;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttMessage;

/** Reports every packet, those that will be refused included, and the end of the connection. */
final class Capture extends ChannelDuplexHandler {

  private final Connection connection;
  private final TrafficListener listener;

  Capture(Connection connection, TrafficListener listener) {
    this.connection = connection;
    this.listener = listener;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    connection.decoded++;
    if (message instanceof MqttConnectMessage connect && connect.decoderResult().isSuccess()) {
      if (connection.clientId().isEmpty()) {
        connection.calls(connect.payload().clientIdentifier(), connect.variableHeader().version());
      }
    }
    if (message instanceof MqttMessage mqtt) {
      listener.packet(Words.of(connection, Direction.FROM_CLIENT, connection.readNanos, mqtt));
    } else if (message instanceof Frames.Malformed malformed) {
      listener.packet(Words.of(connection, Direction.FROM_CLIENT, connection.readNanos, malformed));
    }
    ctx.fireChannelRead(message);
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    if (!(message instanceof MqttMessage mqtt)) {
      ctx.write(message, promise);
      return;
    }
    // The words first: writing releases the payload. The time after: only then is it written.
    var packet = Words.of(connection, Direction.TO_CLIENT, 0, mqtt);
    // Each packet for itself, as far as Flushes lets it.
    ctx.writeAndFlush(message, promise);
    listener.packet(Words.at(packet, connection.writtenNanos));
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    listener.disconnected(connection.gone());
    ctx.fireChannelInactive();
  }
}
