package io.kitproof.boards.relay;

import java.util.concurrent.locks.LockSupport;

/** Waiting for a moment of {@link System#nanoTime()}. */
final class Moment {
  private Moment() {}

  /** Parks until then; false when interrupted before, which clears the interruption. */
  static boolean await(long nanos) {
    for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
      if (Thread.interrupted()) {
        return false;
      }
      LockSupport.parkNanos(left);
    }
    return true;
  }
}
