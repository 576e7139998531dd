package io.kitproof.boards.kit;

import io.kitproof.boards.kit.mqtt.Message;

/**
 * What a publisher says, in turn (kits.md 1.1): a message that failed comes again, unless the
 * author counts attempts.
 */
final class Alternation {
  private final Build build;
  private int published;

  Alternation(Build build) {
    this.build = build;
  }

  /** The message that is due. */
  Message next() {
    Quirks quirks = build.quirks();
    byte[] payload = quirks.payload(published);
    if (quirks.countsAttempts()) {
      published++;
    }
    return new Message(build.mqtt().topic(), payload, quirks.qos(), quirks.retain());
  }

  /** It succeeded. */
  void done() {
    if (!build.quirks().countsAttempts()) {
      published++;
    }
  }
}
