package io.kitproof.broker.http;

/** Who sends a request; proved before an operation sees it. */
public sealed interface Caller {

  /** A request signed with one of the account's own keys, which may do everything. */
  record Signed(String accessKeyId) implements Caller {}

  /**
   * A device that has shown a certificate that is registered and active.
   *
   * @param principal SHA-256 of the certificate in hex
   */
  record Device(String principal) implements Caller {}
}
