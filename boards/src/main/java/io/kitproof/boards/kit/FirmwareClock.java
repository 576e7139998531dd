package io.kitproof.boards.kit;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The time that firmware delays and timeouts run on; network and pins run on real time. A wait is
 * made of slices, so that a host that stalls makes the firmware slow rather than impatient.
 */
public final class FirmwareClock {
  private static final int SLICES = 10;

  /** Waking up later than this is not the scheduler's usual grain but a host that had no time. */
  private static final long STALL_NANOS = 5_000_000;

  private final double factor;

  private FirmwareClock(double factor) {
    this.factor = factor;
  }

  /** As on a kit. */
  public static FirmwareClock real() {
    return scaled(1);
  }

  /**
   * Runs so many times as fast: at 10, five seconds of firmware take half a second.
   *
   * @throws IllegalArgumentException if the factor is not a number above 0
   */
  public static FirmwareClock scaled(double factor) {
    if (!(factor > 0) || Double.isInfinite(factor)) {
      throw new IllegalArgumentException(
          "A firmware clock cannot run %s times as fast; the factor must be above 0."
              .formatted(factor));
    }
    return new FirmwareClock(factor);
  }

  /** How many times as fast as real time it runs. */
  public double factor() {
    return factor;
  }

  /** The real time that so much firmware time takes. */
  public Duration real(Duration firmware) {
    return Duration.ofNanos((long) (firmware.toNanos() / factor));
  }

  /** The firmware time that passes in so much real time. */
  public Duration firmware(Duration real) {
    return Duration.ofNanos((long) (real.toNanos() * factor));
  }

  /** Lets so much firmware time pass. */
  void sleep(Duration firmware) throws InterruptedException {
    Object nobody = new Object();
    synchronized (nobody) {
      long unused = pass(nobody, () -> false, System.nanoTime(), firmware);
    }
  }

  /** Does something again and again, once in so much firmware time, until interrupted. */
  void every(Duration firmware, Runnable work) throws InterruptedException {
    Object nobody = new Object();
    long next = System.nanoTime();
    while (true) {
      synchronized (nobody) {
        next = pass(nobody, () -> false, next, firmware);
      }
      work.run();
    }
  }

  /**
   * Waits on a monitor, which the caller holds and whoever changes something notifies, until this
   * is done or so much firmware time has passed. True when it is done.
   */
  boolean await(Object monitor, BooleanSupplier done, Duration firmware)
      throws InterruptedException {
    long unused = pass(monitor, done, System.nanoTime(), firmware);
    return done.getAsBoolean();
  }

  /** Gives the moment at which the time was over, stalls added. */
  private long pass(Object monitor, BooleanSupplier done, long start, Duration firmware)
      throws InterruptedException {
    long slice = Math.max(1, real(firmware).toNanos() / SLICES);
    long mark = start;
    for (int i = 0; i < SLICES && !done.getAsBoolean(); i++) {
      mark += slice;
      long left = mark - System.nanoTime();
      while (left > 0 && !done.getAsBoolean()) {
        TimeUnit.NANOSECONDS.timedWait(monitor, left);
        left = mark - System.nanoTime();
      }
      if (-left > STALL_NANOS) {
        mark -= left;
      }
    }
    return mark;
  }
}
