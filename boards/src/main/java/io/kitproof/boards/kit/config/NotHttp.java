package io.kitproof.boards.kit.config;

/** The kit makes nothing of what came and hangs up. */
final class NotHttp extends Exception {
  private static final long serialVersionUID = 1L;

  NotHttp(String why) {
    super(why, null, false, false);
  }
}
