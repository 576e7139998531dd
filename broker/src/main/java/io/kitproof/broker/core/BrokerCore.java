package io.kitproof.broker.core;

import io.moquette.broker.MoquetteCore;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;

/**
 * Sessions, routing and retained messages of one cloud. It trusts its input: only packets that
 * follow the standard and the limits may be handed to it. Nothing of it outlives {@link #close()},
 * and it writes no file.
 */
public interface BrokerCore extends AutoCloseable {

  /** Told when the core failed to do what a client asked; called on any of its threads. */
  interface Failures {
    void failed(String clientId, Throwable failure);
  }

  /** A core made of Moquette's parts; starts in 1-2 ms. */
  static BrokerCore moquette(Failures failures) {
    return OwnThreads.build("kitproof-core", () -> new MoquetteCore(failures));
  }

  /**
   * The last handler of a connection's pipeline, sharable. It is told of the connection by {@code
   * channelActive}, takes decoded MQTT packets and writes decoded MQTT packets.
   */
  ChannelHandler connections();

  /**
   * Whether the core is done with the CONNECT of this channel. A packet handed to it before may be
   * lost or end the connection, even if the CONNACK has already been written.
   */
  boolean accepts(Channel channel);

  /** Ends all sessions and threads, in milliseconds. May be called twice. */
  @Override
  void close();
}
