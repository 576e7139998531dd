package io.kitproof.broker.gateway;

/** Who may connect and what they may do. */
public interface Principals {

  /** What is known of a certificate. */
  enum Standing {
    UNKNOWN,
    INACTIVE,
    ACTIVE
  }

  /**
   * The standing of a certificate by its fingerprint (SHA-256 of the DER in hex), or of whatever
   * else a client was let in with; must not block.
   */
  Standing standing(String principal);

  /** What this guest may do, decided per call; cheap to ask for, must not block. */
  Permissions permissions(String principal, Guest guest);

  /**
   * Has a task run after each change of certificates, policies or attachments, on any thread, until
   * what is returned is closed.
   */
  AutoCloseable onChange(Runnable somethingChanged);
}
