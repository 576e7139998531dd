package io.kitproof.boards.family;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Who may speak on a line: one at a time, those in a hurry before all others. */
final class Turns {
  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition free = lock.newCondition();
  private boolean taken;
  private int hurrying;

  void take(boolean hurry) {
    lock.lock();
    try {
      hurrying += hurry ? 1 : 0;
      while (taken || (!hurry && hurrying > 0)) {
        free.awaitUninterruptibly();
      }
      hurrying -= hurry ? 1 : 0;
      taken = true;
    } finally {
      lock.unlock();
    }
  }

  void giveBack() {
    lock.lock();
    try {
      taken = false;
      free.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
