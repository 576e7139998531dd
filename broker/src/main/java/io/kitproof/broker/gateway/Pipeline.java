package io.kitproof.broker.gateway;

import io.kitproof.broker.core.BrokerCore;
import io.kitproof.broker.traffic.TrafficListener;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.util.concurrent.TimeUnit;

/** Puts the handlers of a connection in their order. */
final class Pipeline {

  /** Stock firmware gives TLS 20 s, on a slow processor. */
  private static final long HANDSHAKE_SECONDS = 30;

  private static final int ANY_CLIENT_ID = 65_535;

  private final Rules rules;
  private final Script script;
  private final BrokerCore core;
  private final Clients clients;
  private final TrafficListener listener;

  Pipeline(Rules rules, Script script, BrokerCore core, Clients clients, TrafficListener listener) {
    this.rules = rules;
    this.script = script;
    this.core = core;
    this.clients = clients;
    this.listener = listener;
  }

  void addTls(ChannelPipeline pipeline, Connection connection, SslContext context) {
    SslHandler tls = context.newHandler(pipeline.channel().alloc());
    tls.setHandshakeTimeout(HANDSHAKE_SECONDS, TimeUnit.SECONDS);
    pipeline.addLast("tls", tls);
    pipeline.addLast("handshake", new HandshakeWatch(connection, tls, listener));
  }

  void addMqtt(ChannelPipeline pipeline, Connection connection) {
    pipeline.addLast("frames", new Frames(connection));
    pipeline.addLast("decoder", new MqttDecoder(Frames.MAX_REMAINING, ANY_CLIENT_ID));
    pipeline.addLast("encoder", MqttEncoder.INSTANCE);
    pipeline.addLast("capture", new Capture(connection, listener));
    pipeline.addLast("gate", new Gate(connection, rules, script, core, clients));
  }
}
