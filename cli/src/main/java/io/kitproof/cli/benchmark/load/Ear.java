package io.kitproof.cli.benchmark.load;

import io.netty.buffer.ByteBuf;

/** What a client is told, on its own thread of the crowd. */
public interface Ear {

  /** One that listens to nothing. */
  static Ear deaf() {
    return new Ear() {};
  }

  /** A message came; both buffers are only valid until this returns. */
  default void message(ByteBuf topic, ByteBuf payload) {}

  /** A message of QoS 1 was acknowledged by the broker. */
  default void acknowledged() {}

  /** All that was read at once has been told. */
  default void settled(Client self) {}
}
