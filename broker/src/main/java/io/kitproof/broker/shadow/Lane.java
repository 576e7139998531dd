package io.kitproof.broker.shadow;

import io.kitproof.broker.store.Store;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Where the requests of a shadow go one after the other. What they have to tell leaves in the same
 * order, after it is kept, and without the lock: who is told may call back.
 */
final class Lane {

  private final Store store;
  private final ReentrantLock turn = new ReentrantLock();
  private final Queue<Runnable> outbox = new ConcurrentLinkedQueue<>();
  private final AtomicInteger posted = new AtomicInteger();

  Lane(Store store) {
    this.store = store;
  }

  /**
   * Makes a change in its turn. What it returns is run after the change is kept, on this thread or
   * another, and must not fail.
   *
   * @param kept is run as soon as the change is kept, whoever is still to be told of others
   */
  void enter(Supplier<Runnable> change, Runnable kept) {
    turn.lock();
    try {
      Runnable afterwards = change.get();
      store.whenKept(
          () -> {
            kept.run();
            post(afterwards);
          });
    } finally {
      turn.unlock();
    }
    deliver();
  }

  private void post(Runnable afterwards) {
    outbox.add(afterwards);
    // Within our own turn the store has kept it at once; it goes out when the turn is over.
    if (!turn.isHeldByCurrentThread()) {
      deliver();
    }
  }

  /** One thread at a time; whoever comes meanwhile leaves its work to that one. */
  private void deliver() {
    if (posted.getAndIncrement() != 0) {
      return;
    }
    int seen = 1;
    while (seen != 0) {
      for (Runnable next = outbox.poll(); next != null; next = outbox.poll()) {
        next.run();
      }
      seen = posted.addAndGet(-seen);
    }
  }
}
