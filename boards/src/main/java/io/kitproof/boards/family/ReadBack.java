package io.kitproof.boards.family;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once that a board does not tell how its contacts stand. */
final class ReadBack {
  private static final Logger log = LoggerFactory.getLogger(ReadBack.class);

  private final String part;
  private final Object port;
  private final AtomicBoolean said = new AtomicBoolean();

  ReadBack(String part, Object port) {
    this.part = part;
    this.port = port;
  }

  /** False once the board has shown that it has none. */
  boolean given() {
    return !said.get();
  }

  void none() {
    if (!said.getAndSet(true)) {
      log.warn("{} on {} has no read-back: its moves are not verified", part, port);
    }
  }
}
