package io.kitproof.boards.virtual;

import io.kitproof.boards.hid.HidChannel;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A driver's way to a virtual HID board, until that is unplugged. */
final class VirtualHidChannel implements HidChannel {
  /** What Linux grants a transfer. Source: USB_CTRL_GET_TIMEOUT. */
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final VirtualHidRelay board;
  private final CountDownLatch dead;

  /** {@code dead} is counted down when the board is unplugged. */
  VirtualHidChannel(VirtualHidRelay board, CountDownLatch dead) {
    this.board = board;
    this.dead = dead;
  }

  @Override
  public String product() {
    return "USBRelay" + board.channels();
  }

  @Override
  public void send(byte[] report) throws IOException {
    begin();
    board.take(report, dead);
    end();
  }

  @Override
  public byte[] get(int length) throws IOException {
    begin();
    byte[] report = board.told();
    end();
    return report;
  }

  private void begin() throws IOException {
    if (dead.getCount() == 0 || board.faults().silent()) {
      throw new IOException("the device is gone");
    }
  }

  /** Its answer may be late; a pulled plug ends the wait for it. */
  private void end() throws IOException {
    Duration late = board.faults().delay();
    boolean tooLate = late.compareTo(LIMIT) >= 0;
    if (deadWithin(tooLate ? LIMIT : late) || tooLate) {
      throw new IOException("the device does not answer");
    }
  }

  /** Interrupted or not: a transfer can't be broken off. */
  private boolean deadWithin(Duration wait) {
    long until = System.nanoTime() + wait.toNanos();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return dead.await(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException later) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    // The board stays as it is: only its driver is gone.
  }
}
