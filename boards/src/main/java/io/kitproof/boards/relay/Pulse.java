package io.kitproof.boards.relay;

import java.time.Duration;

/**
 * A contact closed for a while and opened again.
 *
 * @param boardTimed whether the board timed it, so that it opens even when the host dies
 */
public record Pulse(Switched closed, Switched opened, boolean boardTimed) {
  /** How long it was closed, from command to command. */
  public Duration hold() {
    return Duration.ofNanos(opened.writtenNanos() - closed.writtenNanos());
  }
}
