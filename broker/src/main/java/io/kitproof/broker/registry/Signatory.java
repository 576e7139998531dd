package io.kitproof.broker.registry;

import io.kitproof.broker.registry.Certificate.Mode;
import io.kitproof.broker.registry.Certificate.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The certificate of an authority that signs for devices, what AWS IoT calls a CA certificate.
 *
 * @param id SHA-256 of its DER, 64 lower-case hex digits
 * @param subject its name, in the canonical form of RFC 2253
 * @param status ACTIVE or INACTIVE
 * @param autoRegistration kept and told, no more: devices are not registered when they connect
 * @param version counts the changes
 * @param generation a UUID
 */
public record Signatory(
    String id,
    String pem,
    String subject,
    Status status,
    boolean autoRegistration,
    Mode mode,
    @Nullable Provisioning provisioning,
    Instant created,
    Instant modified,
    int version,
    String generation) {

  /** How devices would be provisioned; kept and told, no more. */
  public record Provisioning(
      @Nullable String templateBody, @Nullable String roleArn, @Nullable String templateName) {}

  String age() {
    return Paging.age(created, id);
  }
}
