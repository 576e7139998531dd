package io.kitproof.broker.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A certificate that devices may show.
 *
 * @param id SHA-256 of its DER, 64 lower-case hex digits
 * @param pem the certificate; its private key is nowhere here
 * @param signatory id of the registered certificate of the authority that signed it; null if it was
 *     made here or registered without one
 * @param version counts the changes
 * @param generation a UUID
 */
public record Certificate(
    String id,
    String pem,
    Status status,
    Mode mode,
    @Nullable String signatory,
    Instant created,
    Instant modified,
    int version,
    String generation) {

  /** What AWS IoT calls the states. Only ACTIVE lets devices connect. */
  public enum Status {
    ACTIVE,
    INACTIVE,
    REVOKED,
    PENDING_TRANSFER,
    REGISTER_INACTIVE,
    PENDING_ACTIVATION;

    static Status of(boolean active) {
      return active ? ACTIVE : INACTIVE;
    }
  }

  /** SNI_ONLY is a certificate that was registered without its authority. */
  public enum Mode {
    DEFAULT,
    SNI_ONLY
  }

  Certificate with(Status next, Instant when) {
    return new Certificate(id, pem, next, mode, signatory, created, when, version + 1, generation);
  }

  /** What orders certificates by age. */
  String age() {
    return Paging.age(created, id);
  }
}
