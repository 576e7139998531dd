package io.kitproof.broker.traffic;

import org.jspecify.annotations.Nullable;

/**
 * The end of a TLS handshake, good or bad.
 *
 * @param nanos {@link System#nanoTime()} at its end
 * @param protocol such as {@code TLSv1.2}, empty if it failed
 * @param cipher suite, empty if it failed
 * @param serverName the name the client asked for (SNI), empty if none
 * @param principal SHA-256 of the client's certificate in hex, empty if it showed none
 * @param failure why it failed, in plain words with the TLS alert's name; null if it did not
 */
public record Handshake(
    long nanos,
    long connection,
    String protocol,
    String cipher,
    String serverName,
    String principal,
    @Nullable String failure) {

  public boolean succeeded() {
    return failure == null;
  }
}
