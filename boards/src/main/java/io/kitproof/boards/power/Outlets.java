package io.kitproof.boards.power;

import java.time.Duration;
import java.util.Optional;

/** What a family of power switches can do; its channels count from 0. */
interface Outlets {
  /** Where it is, for errors. */
  Object place();

  /** Gives power or cuts it; returns when the switch has answered. */
  void feed(int channel, boolean on);

  /** Whether an outlet gives power; empty when it can't be asked. */
  Optional<Boolean> feeds(int channel);

  /** Has a switch that can't be asked for its outlets show that it is there. */
  default void greet() {}

  /** Whether the switch can cut for so long by itself. */
  default boolean times(Duration off) {
    return false;
  }

  /** Cuts for a while, timed by the switch. */
  default void cut(int channel, Duration off) {
    throw new UnsupportedOperationException(place() + " does not time.");
  }
}
