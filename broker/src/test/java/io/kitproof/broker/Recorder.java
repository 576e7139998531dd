package io.kitproof.broker;

import io.kitproof.broker.traffic.Direction;
import io.kitproof.broker.traffic.Disconnect;
import io.kitproof.broker.traffic.Handshake;
import io.kitproof.broker.traffic.Packet;
import io.kitproof.broker.traffic.PacketType;
import io.kitproof.broker.traffic.TrafficListener;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Keeps what a cloud tells, and waits for it. */
public class Recorder implements TrafficListener {

  private static final long PATIENCE_NANOS = 20_000_000_000L;

  private final List<Object> all = new ArrayList<>();

  @Override
  public void packet(Packet packet) {
    add(packet);
  }

  @Override
  public void handshake(Handshake handshake) {
    add(handshake);
  }

  @Override
  public void disconnected(Disconnect disconnect) {
    add(disconnect);
  }

  private synchronized void add(Object what) {
    all.add(what);
    notifyAll();
  }

  /** Forgets all, so that a long test does not keep it. */
  public synchronized void forget() {
    all.clear();
  }

  public synchronized List<Object> all() {
    return List.copyOf(all);
  }

  public synchronized List<Packet> packets() {
    return all.stream().filter(Packet.class::isInstance).map(Packet.class::cast).toList();
  }

  public Packet awaitPacket(Direction direction, PacketType type) {
    return await(Packet.class, p -> p.direction() == direction && p.type() == type);
  }

  public Disconnect awaitEnd(String clientId) {
    return await(Disconnect.class, d -> d.clientId().equals(clientId));
  }

  public Disconnect awaitEndOf(long connection) {
    return await(Disconnect.class, d -> d.connection() == connection);
  }

  public synchronized <T> T await(Class<T> kind, Predicate<T> wanted) {
    return await(kind, wanted, 1).get(0);
  }

  public synchronized <T> List<T> await(Class<T> kind, Predicate<T> wanted, int count) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      List<T> found = all.stream().filter(kind::isInstance).map(kind::cast).filter(wanted).toList();
      if (found.size() >= count) {
        return found;
      }
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new AssertionError("Waited in vain for " + count + " " + kind + "; seen:\n" + all);
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
