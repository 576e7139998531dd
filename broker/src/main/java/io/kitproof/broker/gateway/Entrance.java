package io.kitproof.broker.gateway;

import io.netty.channel.Channel;

/** Where MQTT gets in that did not come through a door of the gateway's own. */
public interface Entrance {

  /**
   * Speaks MQTT on a channel from now on: what its pipeline passes on are bytes of MQTT, and bytes
   * of MQTT are written to its end. To be called on the channel's loop, once for each channel.
   *
   * @param channel secured already, on the gateway's loop
   * @param principal who the client has proved to be
   */
  void mqtt(Channel channel, String principal);
}
