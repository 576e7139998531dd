package io.kitproof.boards.net;

import java.io.ByteArrayOutputStream;
import java.time.Duration;

/** How the bytes of a line travel on a connection. */
interface Carrier {
  /** The server has ended the connection at once. */
  final class TurnedAway extends Exception {
    private static final long serialVersionUID = 1L;

    private final String said;

    /**
     * @param bytes its last words
     */
    TurnedAway(byte[] bytes) {
      super("turned away");
      this.said = PlainCarrier.said(bytes);
    }

    /** What it said, safe for a terminal; empty for nothing. */
    String said() {
      return said;
    }
  }

  /**
   * Agrees with the server on how, and drops what it had kept from before.
   *
   * @throws TurnedAway when it does not let us in
   * @throws io.kitproof.boards.RigException when it does not agree
   */
  void begin() throws TurnedAway;

  /** What a stretch of the connection has of the line; empty when it has nothing of it. */
  byte[] received(byte[] bytes);

  /** A stretch of the line as the connection has it. */
  byte[] sent(byte[] bytes);

  /** Reads and drops what a server gives from its buffer, until it is quiet. */
  static Quiet drop(Connection connection, Duration quiet, Duration limit) {
    ByteArrayOutputStream dropped = new ByteArrayOutputStream();
    long deadline = System.nanoTime() + limit.toNanos();
    while (System.nanoTime() - deadline < 0) {
      byte[] bytes = connection.read(quiet).orElse(null);
      if (bytes == null) {
        return new Quiet(dropped.toByteArray(), false);
      }
      if (bytes.length == 0) {
        return new Quiet(dropped.toByteArray(), true);
      }
      dropped.writeBytes(bytes);
    }
    return new Quiet(dropped.toByteArray(), false);
  }

  /**
   * What was dropped.
   *
   * @param ended whether the connection ended meanwhile
   */
  record Quiet(byte[] dropped, boolean ended) {}
}
