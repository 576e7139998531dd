package io.kitproof.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and kill: the command is interrupted and gets the time to release its relays and to write
 * down what ran; the JVM then ends with 130 or 143, as a shell expects.
 */
final class Interruption {
  /** A report of a course takes a second or two; a stuck board must not keep the terminal. */
  private static final Duration GRACE = Duration.ofSeconds(20);

  private final Thread working = Thread.currentThread();
  private final CountDownLatch done = new CountDownLatch(1);

  private Interruption() {}

  /** Interrupts the calling thread when the process is asked to end. */
  static Interruption ofThisThread() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(new Thread(interruption::ask, "kitproof-interruption"));
    return interruption;
  }

  private void ask() {
    if (done.getCount() == 0) {
      return;
    }
    working.interrupt();
    try {
      @SuppressWarnings("unused") // late or not: the process ends
      boolean ended = done.await(GRACE.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The command has ended by itself, or after it was interrupted. */
  void over() {
    done.countDown();
  }
}
