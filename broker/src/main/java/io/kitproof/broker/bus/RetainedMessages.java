package io.kitproof.broker.bus;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The messages that are kept for later subscribers. Safe for many threads. */
public interface RetainedMessages {

  /**
   * @param since when it was kept, or took the place of another
   */
  record Retained(Publication publication, Instant since) {}

  /** The message on exactly this topic, if it has not expired. */
  Optional<Retained> get(String topic);

  /**
   * A page of all of them.
   *
   * @param topic the page begins after this one in ascending order; the first for an empty text
   */
  List<Retained> after(String topic, int most);
}
