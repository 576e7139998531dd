package io.kitproof.broker.store;

/** Waits for an end that must come, interrupted or not: half a close would lose what was kept. */
final class Patience {

  /** A wait that may be interrupted, and then begins again. */
  interface Wait {

    /** Whether it has ended. */
    boolean ended() throws InterruptedException;
  }

  private Patience() {}

  /** Returns when it has ended; an interrupt on the way is kept for later. */
  static void join(Wait wait) {
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = wait.ended();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
