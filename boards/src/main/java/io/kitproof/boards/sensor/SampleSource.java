package io.kitproof.boards.sensor;

import java.time.Duration;
import java.util.List;

/** How a family samples its inputs; {@link Sensor#polling} makes a sensor of it. */
public interface SampleSource {
  /** Takes one sample. */
  interface Sink {
    /** A channel was sampled at the arrival of the answer. */
    void sample(int channel, boolean lit, long nanos);
  }

  /** Is told of the channels watched, each time they change. */
  void watching(List<Integer> channels);

  /**
   * Samples the channels once.
   *
   * @throws io.kitproof.boards.RigException when the board does not answer
   */
  void sample(List<Integer> channels, Sink sink);

  /** The shortest time between the starts of two rounds: no board is faster, so nor is its twin. */
  Duration round();

  /** The longest gap between two samples of a channel, with all that shares the port. */
  Duration worstGap();
}
