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
      boolean early = await(nobody, () -> false, firmware);
      assert !early;
    }
  }

  /**
   * Waits on a monitor, which the caller holds and whoever changes something notifies, until this
   * is done or so much firmware time has passed. True when it is done.
   */
  boolean await(Object monitor, BooleanSupplier done, Duration firmware)
      throws InterruptedException {
    long slice = Math.max(1, real(firmware).toNanos() / SLICES);
    for (int i = 0; i < SLICES && !done.getAsBoolean(); i++) {
      long end = System.nanoTime() + slice;
      for (long left = slice; left > 0 && !done.getAsBoolean(); left = end - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(monitor, left);
      }
    }
    return done.getAsBoolean();
  }
}
