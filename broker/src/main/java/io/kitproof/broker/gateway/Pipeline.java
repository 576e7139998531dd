package io.kitproof.broker.gateway;

import io.kitproof.broker.door.Tls;
import io.kitproof.broker.traffic.TrafficListener;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Puts the handlers of a connection in their order. */
final class Pipeline {

  /** What is spoken through a door. */
  enum Speech {
    MQTT,
    HTTP
  }

  static final String FRAMES = "frames";

  /** Stock firmware gives TLS 20 s, on a slow processor. */
  private static final long HANDSHAKE_SECONDS = 30;

  private static final int ANY_CLIENT_ID = 65_535;

  private final House house;
  private final TrafficListener listener;
  private volatile @Nullable AlpnHttp http;

  Pipeline(House house, TrafficListener listener) {
    this.house = house;
    this.listener = listener;
  }

  void serveHttp(AlpnHttp service) {
    http = service;
  }

  void addSocket(ChannelPipeline pipeline, Connection connection) {
    pipeline.addFirst("socket", new SocketEnd(connection));
  }

  void addTls(
      ChannelPipeline pipeline, Connection connection, SslContext context, Speech byDefault) {
    SslHandler tls = context.newHandler(pipeline.channel().alloc());
    tls.setHandshakeTimeout(HANDSHAKE_SECONDS, TimeUnit.SECONDS);
    pipeline.addLast("tls", tls);
    pipeline.addLast(
        "handshake",
        new HandshakeWatch(connection, tls, listener, () -> secured(connection, tls, byDefault)));
  }

  /** What follows TLS is the client's choice if it offers one of AWS's protocols. */
  private void secured(Connection connection, SslHandler tls, Speech byDefault) {
    String chosen = tls.applicationProtocol();
    Speech speech = byDefault;
    if (Tls.MQTT_BY_ALPN.equals(chosen)) {
      speech = Speech.MQTT;
    } else if (Tls.HTTP_BY_ALPN.equals(chosen)) {
      speech = Speech.HTTP;
    }
    AlpnHttp service = http;
    if (speech == Speech.HTTP && service != null) {
      service.serve(connection.channel(), connection.principal());
    } else {
      addMqtt(connection.channel().pipeline(), connection);
    }
  }

  void addMqtt(ChannelPipeline pipeline, Connection connection) {
    connection.speaksMqtt();
    pipeline.addLast("flushes", new Flushes(connection));
    pipeline.addLast(FRAMES, new Frames(connection));
    pipeline.addLast("decoder", new MqttDecoder(Frames.MAX_REMAINING, ANY_CLIENT_ID));
    pipeline.addLast("encoder", MqttEncoder.INSTANCE);
    pipeline.addLast("capture", new Capture(connection, listener));
    pipeline.addLast("gate", new Gate(connection, house));
    pipeline.addLast("keeper", new Keeper(connection, house));
  }
}
