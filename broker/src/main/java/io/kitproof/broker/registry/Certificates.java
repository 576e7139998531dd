package io.kitproof.broker.registry;

import io.kitproof.broker.ca.CertificateAuthority;
import io.kitproof.broker.ca.Device;
import io.kitproof.broker.ca.Fingerprint;
import io.kitproof.broker.ca.Pem;
import io.kitproof.broker.fault.AwsFault;
import io.kitproof.broker.registry.Certificate.Mode;
import io.kitproof.broker.registry.Certificate.Status;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The operations on certificates of devices. */
public final class Certificates {

  private static final Set<Status> OF_AWS_ALONE =
      EnumSet.of(Status.PENDING_TRANSFER, Status.PENDING_ACTIVATION, Status.REGISTER_INACTIVE);

  private final Books books;
  private final CertificateAuthority authority;
  private final Signatories signatories;

  Certificates(Books books, CertificateAuthority authority, Signatories signatories) {
    this.books = books;
    this.authority = authority;
    this.signatories = signatories;
  }

  /** A new certificate and its keys, which nobody has but who gets this. */
  public record WithKeys(Certificate certificate, Device keys) {

    /** Never shows the key. */
    @Override
    public String toString() {
      return "certificate " + certificate.id() + " and its keys";
    }
  }

  /**
   * Makes RSA-2048 keys and a certificate for them; takes some tenths of a second. While they are
   * on their way the next ones are made in the background.
   */
  public WithKeys createKeys(boolean active) {
    Device device = authority.issue(Device.AWS_COMMON_NAME);
    authority.prepare(1);
    Certificate made = fresh(device.certificate(), Status.of(active), Mode.DEFAULT, null);
    return new WithKeys(add(made), device);
  }

  /**
   * Makes a certificate for a key that only its owner has.
   *
   * @param request PKCS#10 in PEM form
   * @throws AwsFault InvalidRequestException if it is no request with a key that AWS IoT takes
   */
  public Certificate createFromRequest(@Nullable String request, boolean active) {
    String checked = Constraint.SIGNING_REQUEST.check("certificateSigningRequest", request);
    try {
      X509Certificate signed = authority.sign(checked);
      return add(fresh(signed, Status.of(active), Mode.DEFAULT, null));
    } catch (IllegalArgumentException e) {
      throw Faults.invalid("The certificate signing request is not valid.");
    }
  }

  /**
   * Takes in a certificate that a registered authority has signed.
   *
   * @param authorityPem to be given if several have the same name
   * @param status ACTIVE, INACTIVE or REVOKED
   * @throws AwsFault ResourceAlreadyExistsException; CertificateStateException if no authority is
   *     registered and active that has signed it; CertificateConflictException if several have its
   *     name; CertificateValidationException
   */
  public Certificate register(@Nullable String pem, @Nullable String authorityPem, Status status) {
    X509Certificate certificate = X509.parse("certificatePem", pem);
    checkMayBecome(status);
    checkNew(Fingerprint.of(certificate));
    Signatory signatory = signatories.of(certificate, authorityPem);
    X509.checkTime(certificate, books.clock.instant());
    return add(fresh(certificate, status, signatory.mode(), signatory.id()));
  }

  /**
   * Takes in a certificate, whoever signed it.
   *
   * @throws AwsFault ResourceAlreadyExistsException; CertificateValidationException
   */
  public Certificate registerWithoutAuthority(@Nullable String pem, Status status) {
    X509Certificate certificate = X509.parse("certificatePem", pem);
    checkMayBecome(status);
    X509.checkTime(certificate, books.clock.instant());
    return add(fresh(certificate, status, Mode.SNI_ONLY, null));
  }

  private Certificate fresh(
      X509Certificate certificate, Status status, Mode mode, @Nullable String signatory) {
    Instant now = books.clock.instant();
    return new Certificate(
        Fingerprint.of(certificate),
        Pem.of(certificate),
        status,
        mode,
        signatory,
        now,
        now,
        1,
        UUID.randomUUID().toString());
  }

  private Certificate add(Certificate certificate) {
    books.change(
        () -> {
          checkNew(certificate.id());
          books.certificates.put(certificate.id(), certificate);
        });
    return certificate;
  }

  private void checkNew(String id) {
    if (books.certificates.has(id)) {
      throw Faults.exists("The certificate is already provisioned or registered", id, arn(id));
    }
  }

  private static void checkMayBecome(Status status) {
    if (OF_AWS_ALONE.contains(status)) {
      throw Faults.invalid("A certificate can't be set to status " + status + ".");
    }
  }

  /**
   * @throws AwsFault ResourceNotFoundException
   */
  public Certificate describe(String id) {
    Constraint.CERTIFICATE_ID.check("certificateId", id);
    return books.certificates.find(id.toLowerCase(Locale.ROOT)).orElseThrow(Faults::notFound);
  }

  /**
   * Lets devices in with this certificate, or no longer. Every state may follow every other.
   *
   * @throws AwsFault ResourceNotFoundException; InvalidRequestException for a state that only AWS
   *     itself sets
   */
  public void update(String id, Status status) {
    checkMayBecome(status);
    books.changeRights(
        () -> {
          Certificate known = describe(id);
          if (known.status() != status) {
            books.certificates.put(known.id(), known.with(status, books.clock.instant()));
          }
        });
  }

  /**
   * Forgets a certificate.
   *
   * @param force although policies are attached to it, which are detached
   * @throws AwsFault CertificateStateException while it is active; DeleteConflictException while a
   *     thing or, without force, a policy is attached
   */
  public void delete(String id, boolean force) {
    books.changeRights(
        () -> {
          Certificate known = describe(id);
          String arn = arn(known.id());
          if (known.status() == Status.ACTIVE) {
            throw Faults.certificateState(
                "Certificate must be deactivated (not ACTIVE) before deletion. Id: " + known.id());
          }
          if (!books.principals.ofRight(known.id()).isEmpty()) {
            throw Faults.deleteConflict(
                "Things must be detached before deletion (arn: " + arn + ")");
          }
          List<String> policies = books.targets.ofRight(arn);
          if (!policies.isEmpty() && !force) {
            throw Faults.deleteConflict(
                "Certificate policies must be detached before deletion (arn: " + arn + ")");
          }
          policies.forEach(policy -> books.targets.remove(policy, arn));
          books.certificates.remove(known.id());
        });
  }

  /**
   * Certificates in the order they were registered in.
   *
   * @param signatory only those of this authority
   */
  public Page<Certificate> list(Optional<String> signatory, boolean ascending, Paging paging) {
    return paging.byAge(
        books.certificates.all().stream()
            .filter(c -> signatory.isEmpty() || signatory.get().equals(c.signatory())),
        Certificate::age,
        ascending);
  }

  /** The full name of a certificate, whether it exists or not. */
  public String arn(String id) {
    return books.account.arn("cert", id);
  }
}
