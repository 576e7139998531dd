package io.kitproof.boards.family;

import io.kitproof.boards.family.Inbox.Framing;
import io.kitproof.boards.relay.RelayDriver.Sent;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * A command that has an answer.
 *
 * @param part who asks, for errors
 * @param said the command as people write it
 * @param expected the answer as people write it
 * @param deadline from the return of the write
 */
record Question<T>(
    String part,
    String said,
    byte[] bytes,
    String expected,
    Framing framing,
    Function<byte[], Optional<T>> parse,
    Duration deadline) {

  /** The answer with its times. */
  record Answer<T>(T value, long writtenNanos, long arrivedNanos) {
    /** The times of a command that was acknowledged with this. */
    Sent sent() {
      return new Sent(writtenNanos, arrivedNanos);
    }
  }
}
