package io.kitproof.boards.kit;

import java.time.Duration;

/**
 * What the publishers of the class of 2019 share with the interrupt of their button: one flag for a
 * press that is not done yet, and the semaphore that wakes the app.
 */
final class WaitingPress {
  private final Life life;
  private final boolean blocks;
  private boolean due;
  private boolean wake;

  /** {@code blocks}: the handler waits for what only the thread it stopped could do. */
  WaitingPress(Life life, boolean blocks) {
    this.life = life;
    this.blocks = blocks;
  }

  /** The interrupt handler: a press while another one waits is lost. */
  synchronized void pressed() {
    if (blocks) {
      life.crash();
    }
    if (!due) {
      due = true;
      wake = true;
      notifyAll();
    }
  }

  /** Waits for a press or the next look at the connection; true when there is something to say. */
  synchronized boolean await(Duration poll) {
    boolean unused = life.await(this, () -> wake, poll);
    wake = false;
    return due;
  }

  /** It has been done, so that the next one counts. */
  synchronized void done() {
    due = false;
  }
}
