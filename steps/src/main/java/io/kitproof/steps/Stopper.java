package io.kitproof.steps;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stops a run from another thread, as a JVM shutdown hook: what waits in the scenario under way
 * gives up, no other one begins, and the bench is put into its safe state and closed.
 */
public final class Stopper {
  private final CountDownLatch over = new CountDownLatch(1);
  private boolean stopped;
  private @Nullable RunFrame frame;
  private @Nullable Thread runner;

  /** Stops the run; at once if it has not begun yet. Returns without waiting for its end. */
  public synchronized void stop() {
    stopped = true;
    if (frame != null) {
      frame.stop();
    }
    if (runner != null) {
      runner.interrupt();
    }
  }

  /**
   * Waits until the run has ended and its bench is closed.
   *
   * @return whether it did in that time
   */
  public boolean awaitEnd(Duration patience) {
    try {
      return over.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void during(RunFrame run, Runnable deed) {
    begin(run);
    try {
      deed.run();
    } finally {
      end();
    }
  }

  /** Does something that a stop interrupts, before the run itself begins. */
  <T> T interrupting(Supplier<T> wait) {
    begin();
    try {
      return wait.get();
    } finally {
      end();
    }
  }

  private synchronized void begin() {
    runner = Thread.currentThread();
    if (stopped) {
      runner.interrupt();
    }
  }

  private synchronized void begin(RunFrame run) {
    frame = run;
    runner = Thread.currentThread();
    if (stopped) {
      run.stop();
    }
  }

  /** The run is over and its bench closed. */
  void ended() {
    over.countDown();
  }

  private synchronized void end() {
    runner = null;
    if (stopped) {
      @SuppressWarnings("unused") // the run is over: nothing is left to interrupt
      boolean pending = Thread.interrupted();
    }
  }
}
