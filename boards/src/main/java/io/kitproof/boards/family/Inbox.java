package io.kitproof.boards.family;

import io.kitproof.boards.RigException;
import io.kitproof.boards.serial.SerialLine;
import java.util.Arrays;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Bytes that have arrived since the last question. */
final class Inbox implements SerialLine.Receiver {
  /** Tells a whole answer from a part of one. */
  interface Framing {
    boolean whole(byte[] bytes, int count);
  }

  /**
   * What was there when the wait ended.
   *
   * @param whole whether it was a whole answer
   * @param nanos when the last of it arrived
   */
  record Heard(byte[] bytes, boolean whole, long nanos) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private byte[] bytes = new byte[256];
  private int count;
  private long lastNanos = System.nanoTime();
  private @Nullable RigException end;

  @Override
  public void received(byte[] more, long nanos) {
    lock.lock();
    try {
      if (count + more.length > bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * (count + more.length));
      }
      System.arraycopy(more, 0, bytes, count, more.length);
      count += more.length;
      lastNanos = nanos;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void unplugged(RigException why) {
    lock.lock();
    try {
      end = why;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Forgets what nobody asked for. */
  void clear() {
    lock.lock();
    try {
      count = 0;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a whole answer, at most until the deadline or the end of the line. */
  Heard await(Framing framing, long deadline) {
    lock.lock();
    try {
      boolean[] whole = {false};
      until(deadline, () -> whole[0] = framing.whole(bytes, count));
      return new Heard(Arrays.copyOf(bytes, count), whole[0], lastNanos);
    } finally {
      lock.unlock();
    }
  }

  /** Waits until nothing has arrived for so long, at most until the deadline. */
  void awaitQuiet(long quietNanos, long deadline) {
    lock.lock();
    try {
      long start = System.nanoTime();
      while (System.nanoTime() - deadline < 0 && end == null) {
        long quietAt = Math.max(start, lastNanos) + quietNanos;
        if (System.nanoTime() - quietAt >= 0) {
          return;
        }
        until(quietAt, () -> false);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Whether the port is gone. */
  boolean ended() {
    lock.lock();
    try {
      return end != null;
    } finally {
      lock.unlock();
    }
  }

  /** Interruption waits: every deadline is short, and a command left half done is worse. */
  private void until(long deadline, BooleanSupplier done) {
    boolean interrupted = false;
    for (long left = deadline - System.nanoTime();
        !done.getAsBoolean() && end == null && left > 0;
        left = deadline - System.nanoTime()) {
      try {
        if (changed.awaitNanos(left) <= 0) {
          continue;
        }
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
