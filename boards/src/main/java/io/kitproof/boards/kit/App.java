package io.kitproof.boards.kit;

import java.util.Locale;

/** The apps of the course that a virtual kit can run. */
public enum App {
  /** Publishes LIGHT OFF and LIGHT ON in turn, once a press. */
  PUBLISHER,
  /** Its LED follows the messages of a topic. */
  SUBSCRIBER,
  /** Keeps its LED and the shadow of its thing in step, once it is configured. */
  SHADOW;

  /** The name people and bench files use: {@code publisher}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
