package io.kitproof.boards.sensor;

import io.kitproof.boards.RigException;

/** Takes every sample of one channel, on the sensor's thread: be quick. */
public interface SampleListener {
  /**
   * The channel was sampled.
   *
   * @param lit after hysteresis or inversion
   * @param nanos {@link System#nanoTime()} at the arrival of the board's answer
   */
  void sampled(int channel, boolean lit, long nanos);

  /** No more samples will come: the board failed twice in a row, or is gone. */
  void lost(RigException why);
}
