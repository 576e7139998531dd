package io.kitproof.broker.core;

import io.kitproof.broker.bus.Publication;
import io.kitproof.broker.bus.RetainedMessages;
import io.kitproof.broker.store.Store;
import io.moquette.broker.MoquetteCore;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import java.time.Duration;

/**
 * Sessions, routing and retained messages of one cloud. It trusts its input: only packets that
 * follow the standard and the limits may be handed to it, all of them in the manner of MQTT 5:
 * every CONNECT says how long its session is to last and how many messages may be on their way.
 * Nothing of it outlives {@link #close()} but what it has put into the store.
 */
public interface BrokerCore extends AutoCloseable {

  /** Told when the core failed to do what a client asked; called on any of its threads. */
  interface Failures {
    void failed(String clientId, Throwable failure);
  }

  /**
   * A core made of Moquette's parts; starts in 1-2 ms.
   *
   * @param store where persistent sessions, what they subscribed to, their messages of QoS 1 and
   *     all retained messages are put, and where those of an earlier process are; not closed here
   */
  static BrokerCore moquette(Failures failures, Store store) {
    return OwnThreads.build("kitproof-core", () -> new MoquetteCore(failures, store));
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

  /**
   * Routes a message of the cloud's own on the calling thread, which may be any; a retained one is
   * kept.
   */
  void publish(Publication publication);

  /** The messages that are kept for later subscribers. */
  RetainedMessages retained();

  /** Sends everything again that this connection has not acknowledged. */
  void resend(Channel channel);

  /** How long the session of a client lasts after its connection, from now on; at most 7 days. */
  void expireAfter(String clientId, Duration time);

  /** Ends the session of a client and its connection, if there are any. */
  void forget(String clientId);

  /** Ends all sessions and threads, in milliseconds. May be called twice. */
  @Override
  void close();
}
