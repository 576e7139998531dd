package io.kitproof.boards.kit;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * The time that firmware delays and timeouts run on; network and pins run on real time. Kits may
 * share one.
 */
public final class FirmwareClock {
  private final double factor;
  private final Consumer<Duration> onRunOut;

  private FirmwareClock(double factor, Consumer<Duration> onRunOut) {
    this.factor = factor;
    this.onRunOut = onRunOut;
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
    return new FirmwareClock(factor, firmware -> {});
  }

  /** The same clock, which tells of each wait and delay that lasts to its end. */
  FirmwareClock onRunOut(Consumer<Duration> listener) {
    return new FirmwareClock(factor, listener);
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

  /** A wait of this length has come to its end without what it waited for. */
  void ranOut(Duration firmware) {
    onRunOut.accept(firmware);
  }
}
