package io.kitproof.broker.gateway;

import io.netty.channel.Channel;

/** Takes the connections of the gateway's doors that want HTTP. */
public interface AlpnHttp {

  /**
   * Serves HTTP on a channel whose TLS is up, by adding handlers to the end of its pipeline. Called
   * on the gateway's loop, so it must not block.
   *
   * @param principal SHA-256 of the client's certificate in hex, empty if it showed none
   */
  void serve(Channel channel, String principal);
}
