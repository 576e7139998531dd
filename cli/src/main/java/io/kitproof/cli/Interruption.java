package io.kitproof.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and kill: the command is asked to end and gets the time to release its relays and to write
 * down what ran; the JVM then ends with 130 or 143, as a shell expects.
 */
final class Interruption {
  /** A report of a course takes a second or two; a stuck board must not keep the terminal. */
  static final Duration GRACE = Duration.ofSeconds(20);

  private final CountDownLatch done = new CountDownLatch(1);
  private Runnable ask = Thread.currentThread()::interrupt;
  private boolean asked;

  private Interruption() {}

  /** Interrupts the calling thread when the process is asked to end, unless told otherwise. */
  static Interruption ofThisThread() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(new Thread(interruption::came, "kitproof-interruption"));
    return interruption;
  }

  /** One that never comes by itself. */
  static Interruption never() {
    return new Interruption();
  }

  /** From now on this is how the command is asked to end; at once when it was asked already. */
  synchronized void asksBy(Runnable deed) {
    ask = deed;
    if (asked) {
      deed.run();
    }
  }

  private synchronized void pass() {
    asked = true;
    ask.run();
  }

  /** The process is asked to end. */
  void came() {
    if (done.getCount() == 0) {
      return;
    }
    pass();
    try {
      @SuppressWarnings("unused") // late or not: the process ends
      boolean ended = done.await(GRACE.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the process was asked to end: what goes wrong from then on is no bug. */
  synchronized boolean hasCome() {
    return asked;
  }

  /** The command has ended by itself, or after it was asked to. */
  void over() {
    done.countDown();
  }
}
