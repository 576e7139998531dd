package io.kitproof.boards.kit.config;

/**
 * The server's code ran into memory that is not its own; nothing answers until the kit is reset.
 */
final class ServerCrash extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ServerCrash(String why) {
    super(why, null, false, false);
  }
}
