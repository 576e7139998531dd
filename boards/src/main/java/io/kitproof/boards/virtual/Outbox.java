package io.kitproof.boards.virtual;

import java.util.ArrayDeque;
import java.util.Deque;

/** Bytes on their way to the driver; filled by any thread, emptied by the port's. */
final class Outbox {
  private final Deque<byte[]> waiting = new ArrayDeque<>();
  private int taken;
  private int pending;

  synchronized void add(byte[] bytes) {
    if (bytes.length > 0) {
      waiting.add(bytes.clone());
      pending += bytes.length;
    }
  }

  synchronized int pending() {
    return pending;
  }

  synchronized void clear() {
    waiting.clear();
    taken = 0;
    pending = 0;
  }

  /** The next bytes, at most so many; they stay until {@link #remove}. */
  synchronized byte[] peek(int limit) {
    byte[] some = new byte[Math.min(limit, pending)];
    int filled = 0;
    int skip = taken;
    for (byte[] bytes : waiting) {
      int n = Math.min(bytes.length - skip, some.length - filled);
      System.arraycopy(bytes, skip, some, filled, n);
      filled += n;
      skip = 0;
      if (filled == some.length) {
        break;
      }
    }
    return some;
  }

  synchronized void remove(int count) {
    pending -= count;
    taken += count;
    byte[] first = waiting.peek();
    while (first != null && taken >= first.length) {
      taken -= first.length;
      waiting.remove();
      first = waiting.peek();
    }
  }
}
