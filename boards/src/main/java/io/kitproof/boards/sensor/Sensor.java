package io.kitproof.boards.sensor;

import java.time.Duration;

/**
 * Inputs that watch LEDs, sampled by a thread {@code kitproof-sensor-<name>} from the first {@link
 * #watch} on.
 */
public interface Sensor extends AutoCloseable {
  /** A sensor that polls; the caller closes it. */
  static Sensor polling(String name, SampleSource source) {
    return new PollingSensor(name, source);
  }

  /** Its name in the bench file. */
  String name();

  /** The longest gap between two samples of a channel that it promises, with all now watched. */
  Duration sampleInterval();

  /** Samples a channel until the sensor is closed. A channel may have several listeners. */
  void watch(int channel, SampleListener listener);

  /** Ends the sampling; no listener is called after it returns, unless it calls this itself. */
  @Override
  void close();
}
