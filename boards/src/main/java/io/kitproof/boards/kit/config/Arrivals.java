package io.kitproof.boards.kit.config;

import java.util.Optional;

/**
 * How the packets of one connection become requests: where the generations of the server differ.
 */
interface Arrivals {
  /**
   * Takes the next packet.
   *
   * @return the request that is whole with it; empty while something of it is missing
   * @throws NotHttp if it is no request
   * @throws ServerCrash if the server does not survive it
   */
  Optional<Request> take(byte[] segment) throws NotHttp;
}
