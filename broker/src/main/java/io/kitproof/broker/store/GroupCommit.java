package io.kitproof.broker.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that commits for all who wait, then tells them. While one commit is under way the next
 * one's waiters gather, and commits begin a millisecond apart at least: without that pause somebody
 * who waits for each change gets 3,000 commits a second, which cost a whole core.
 */
final class GroupCommit {

  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

  /** How long a change that nobody waits for is kept in memory at most. */
  private static final long IDLE_MILLIS = 100;

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private static final Runnable END = () -> {};

  private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
  private final Runnable commit;
  private final Thread thread = new Thread(this::run, "kitproof-store");

  GroupCommit(Runnable commit) {
    this.commit = commit;
    thread.setDaemon(true);
  }

  /** Belongs to the thread. */
  private long begun = System.nanoTime() - PAUSE_NANOS;

  void start() {
    thread.start();
  }

  /** Runs the task after a commit that begins from now on. */
  void then(Runnable task) {
    waiting.add(task);
  }

  /** Commits for those who wait and ends the thread. */
  void end() {
    waiting.add(END);
    Patience.join(
        () -> {
          thread.join();
          return true;
        });
  }

  private void run() {
    try {
      List<Runnable> tasks = new ArrayList<>();
      do {
        tasks.clear();
        gather(tasks);
        commit.run();
        tasks.forEach(GroupCommit::tell);
      } while (!tasks.contains(END));
    } catch (RuntimeException e) {
      // Nobody is told any more: what is not kept must not be acknowledged.
      LOG.error("The store can't keep what it is given; it answers no more.", e);
    }
  }

  private void gather(List<Runnable> tasks) {
    try {
      Runnable first = waiting.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
      if (first != null) {
        tasks.add(first);
        LockSupport.parkNanos(begun + PAUSE_NANOS - System.nanoTime());
        waiting.drainTo(tasks);
      }
      begun = System.nanoTime();
    } catch (InterruptedException e) {
      throw new IllegalStateException("The store's thread was interrupted.", e);
    }
  }

  private static void tell(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.error("What waited for the store failed.", e);
    }
  }
}
