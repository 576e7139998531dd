package io.kitproof.boards.kit;

/** The firmware generations a virtual kit can be. */
public enum Profile {
  /** WICED 4.1, the course's, the reference. */
  WICED41
}
