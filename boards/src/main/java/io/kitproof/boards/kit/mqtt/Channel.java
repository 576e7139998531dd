package io.kitproof.boards.kit.mqtt;

import java.io.IOException;

/** A connection to a broker as the library sees it: bytes out, segments in. */
public interface Channel {
  /** Opens one; how long that may take is the opener's business. */
  interface Dialler {
    /**
     * A connection that is ready for MQTT; the library closes it.
     *
     * @throws IOException if there is none to be had
     */
    Channel dial() throws IOException;
  }

  /**
   * Sends these bytes in one go.
   *
   * @throws IOException if the connection is gone
   */
  void write(byte[] bytes) throws IOException;

  /**
   * Waits for the next segment (one TLS record) and gives its bytes; none when the peer has closed.
   *
   * @throws IOException if the connection is gone
   */
  byte[] read() throws IOException;

  /** Ends the connection in the orderly way. Does nothing when it has ended. */
  void close();
}
