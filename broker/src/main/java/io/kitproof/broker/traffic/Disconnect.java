package io.kitproof.broker.traffic;

/**
 * The end of a connection; every connection that was opened has exactly one.
 *
 * @param nanos {@link System#nanoTime()} when it was gone
 * @param clientId what the client called itself, empty if it never sent a CONNECT
 * @param principal SHA-256 of the client's certificate in hex, empty if it showed none
 * @param reason one plain sentence, no full stop
 */
public record Disconnect(
    long nanos, long connection, String clientId, String principal, Cause cause, String reason) {

  /**
   * The reasons of AWS IoT's lifecycle events, and two that AWS does not tell: TLS that never came
   * about, and the cloud itself going down.
   */
  public enum Cause {
    HANDSHAKE_FAILED,
    API_INITIATED_DISCONNECT,
    AUTH_ERROR,
    CLIENT_INITIATED_DISCONNECT,
    CLIENT_ERROR,
    CONNECTION_LOST,
    DUPLICATE_CLIENTID,
    FORBIDDEN_ACCESS,
    MQTT_KEEP_ALIVE_TIMEOUT,
    SERVER_ERROR,
    SERVER_INITIATED_DISCONNECT,
    CLOUD_DOWN
  }
}
