package io.kitproof.broker.traffic;

/**
 * Told of everything that crosses the gateway, one call at a time and in order: what is caused
 * comes after what caused it. Called on the gateway's own thread, so it must neither block nor
 * close the cloud; what it throws is logged and dropped.
 */
public interface TrafficListener {

  void packet(Packet packet);

  void handshake(Handshake handshake);

  void disconnected(Disconnect disconnect);
}
