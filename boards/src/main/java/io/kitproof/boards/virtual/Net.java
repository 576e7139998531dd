package io.kitproof.boards.virtual;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One wire of the virtual bench: a button's pin, an LED's pin. It has a level, and tells each
 * change of it to all that listen, in order.
 */
public final class Net {
  private final String name;
  private final List<EdgeListener> listeners = new CopyOnWriteArrayList<>();
  private final Object turn = new Object();
  private volatile boolean high;

  /** A wire that is high while nothing pulls it low, or the other way round. */
  public Net(String name, boolean idleHigh) {
    this.name = name;
    this.high = idleHigh;
  }

  /** The name of the pin it ends at, such as {@code MB1}. */
  public String name() {
    return name;
  }

  /** The level right now. */
  public boolean high() {
    return high;
  }

  /** Drives the wire to a level; when it is there already, nothing happens and nobody is told. */
  public void set(boolean high) {
    // One edge at a time: whoever listens sees them alternate, whichever threads drive the wire.
    synchronized (turn) {
      if (this.high == high) {
        return;
      }
      this.high = high;
      long nanos = System.nanoTime();
      listeners.forEach(l -> l.edge(high, nanos));
    }
  }

  /** Tells every edge from now on. */
  public void onEdge(EdgeListener listener) {
    listeners.add(listener);
  }

  @Override
  public String toString() {
    return name + (high ? " high" : " low");
  }
}
