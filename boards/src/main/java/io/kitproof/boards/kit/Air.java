package io.kitproof.boards.kit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The radio contact between kits and access point, and the connections that depend on it. */
final class Air {
  private final List<RadioSocket> sockets = new CopyOnWriteArrayList<>();
  private boolean up = true;

  synchronized boolean up() {
    return up;
  }

  void set(boolean nowUp) {
    synchronized (this) {
      up = nowUp;
      notifyAll();
    }
    if (nowUp) {
      sockets.forEach(RadioSocket::catchUp);
    }
  }

  void add(RadioSocket socket) {
    sockets.add(socket);
  }

  void remove(RadioSocket socket) {
    sockets.remove(socket);
  }
}
