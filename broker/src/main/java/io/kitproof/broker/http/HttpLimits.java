package io.kitproof.broker.http;

import java.time.Duration;

/**
 * What a web server puts up with before it cuts a connection off.
 *
 * @param head bytes of request line and headers
 * @param body bytes of a request's body; AWS IoT's largest payload is 128 KiB
 * @param connections at the same time, over all doors
 * @param workers threads that operations run on
 * @param queue requests that may wait for a worker
 * @param handshake from the first byte to TLS
 * @param headTime from the first byte of a request, or from the connection, to the end of its head
 * @param bodyTime from there to the end of its body; also how long a client may take for an answer
 * @param idle between two requests
 */
public record HttpLimits(
    int head,
    int body,
    int connections,
    int workers,
    int queue,
    Duration handshake,
    Duration headTime,
    Duration bodyTime,
    Duration idle) {

  /** Enough for the slow TLS of kits and for large documents, not for those who only wait. */
  public static HttpLimits defaults() {
    return new HttpLimits(
        16 * 1024,
        256 * 1024,
        2000,
        8,
        1024,
        Duration.ofSeconds(30),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofSeconds(60));
  }
}
