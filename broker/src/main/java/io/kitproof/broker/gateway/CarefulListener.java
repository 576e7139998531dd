package io.kitproof.broker.gateway;

import io.kitproof.broker.traffic.Disconnect;
import io.kitproof.broker.traffic.Handshake;
import io.kitproof.broker.traffic.Packet;
import io.kitproof.broker.traffic.TrafficListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a listener's mistakes away from the traffic. */
final class CarefulListener implements TrafficListener {

  private static final Logger LOG = LoggerFactory.getLogger(CarefulListener.class);

  private final TrafficListener listener;

  CarefulListener(TrafficListener listener) {
    this.listener = listener;
  }

  @Override
  public void packet(Packet packet) {
    tell(() -> listener.packet(packet));
  }

  @Override
  public void handshake(Handshake handshake) {
    tell(() -> listener.handshake(handshake));
  }

  @Override
  public void disconnected(Disconnect disconnect) {
    tell(() -> listener.disconnected(disconnect));
  }

  private static void tell(Runnable what) {
    try {
      what.run();
    } catch (RuntimeException | AssertionError e) {
      LOG.error("A traffic listener failed; the traffic goes on without it.", e);
    }
  }
}
