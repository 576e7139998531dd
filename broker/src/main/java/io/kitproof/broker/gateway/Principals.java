package io.kitproof.broker.gateway;

/** Who may connect: asked at every CONNECT. */
public interface Principals {

  /** What is known of a certificate. */
  enum Standing {
    UNKNOWN,
    INACTIVE,
    ACTIVE
  }

  /**
   * The standing of a certificate by its fingerprint (SHA-256 of the DER in hex); must not block.
   */
  Standing standing(String principal);
}
