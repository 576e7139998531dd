package io.kitproof.boards.virtual;

import java.time.Duration;
import java.util.Random;

/**
 * The way of a board's replies to its port: late and garbled as the faults say, always in order.
 */
final class Replies {
  private static final int ONE_IN = 3;

  private final BoardClock clock;
  private Faults faults = Faults.none();
  private Random noise = new Random();

  /** Counts changes of the faults: what was under way before is lost. */
  private int change;

  private long lastDue = System.nanoTime();

  Replies(BoardClock clock) {
    this.clock = clock;
  }

  synchronized void misbehave(Faults faults) {
    this.faults = faults;
    change++;
    lastDue = System.nanoTime();
    faults.garble().ifPresent(seed -> noise = new Random(seed));
  }

  synchronized void send(byte[] bytes, VirtualPort port) {
    byte[] said = faults.garble().isPresent() ? garbled(bytes) : bytes;
    long now = System.nanoTime();
    long due = Math.max(now + faults.delay().toNanos(), lastDue);
    if (due <= now) {
      port.send(said);
      return;
    }
    lastDue = due;
    int before = change;
    clock.after(Duration.ofNanos(due - now), () -> sendUnlessChanged(before, said, port));
  }

  private synchronized void sendUnlessChanged(int before, byte[] said, VirtualPort port) {
    if (change == before) {
      port.send(said);
    }
  }

  /** About every third byte changed, at least the first: no reply passes for a good one. */
  private byte[] garbled(byte[] bytes) {
    byte[] noisy = bytes.clone();
    for (int i = 0; i < noisy.length; i++) {
      if (i == 0 || noise.nextInt(ONE_IN) == 0) {
        noisy[i] ^= (byte) (1 + noise.nextInt(255));
      }
    }
    return noisy;
  }
}
