package io.kitproof.boards.relay;

import io.kitproof.boards.serial.SerialLine;
import java.time.Duration;
import java.util.BitSet;
import java.util.Optional;

/**
 * What a family can do with its contacts; {@link RelayBoard#over} makes a board of it. Its methods
 * block for one exchange with the board, ignore interruption, and throw {@link
 * io.kitproof.boards.RigException} when the board does not do its part.
 */
public interface RelayDriver {
  /** When a command was written and acknowledged; the same where a family does not acknowledge. */
  record Sent(long writtenNanos, long acknowledgedNanos) {
    public Sent {
      // On a busy machine the answer can be there before the write has returned to its caller.
      if (acknowledgedNanos - writtenNanos < 0) {
        acknowledgedNanos = writtenNanos;
      }
    }
  }

  /** Where the board is, as errors name it: the path of its port, or an address. */
  Object port();

  /**
   * Moves one contact, not before a moment of {@link System#nanoTime()}. The line is taken ahead of
   * that moment, so that the command leaves on time.
   */
  Sent set(int channel, boolean closed, long notBeforeNanos);

  /** Opens contacts. */
  void release(BitSet channels);

  /** Which of these contacts the board says are closed; empty when it cannot be asked. */
  Optional<BitSet> closed(BitSet channels);

  /** How long reading back takes: contacts held no longer than that are not asked while closed. */
  Duration readBackTime();

  /** How long an exchange of another user of the port may keep a command waiting. */
  Duration exchangeTime();

  /** Whether the board itself can time a hold of this length, as far as is known. */
  default boolean times(Duration hold) {
    return false;
  }

  /** Closes a contact that the board will open by itself; empty when it turns out it cannot. */
  default Optional<Sent> flash(int channel, Duration hold) {
    return Optional.empty();
  }

  /** Has {@code release} run when the JVM ends, while the port is still open. */
  SerialLine.Registration atShutdown(Runnable release);
}
