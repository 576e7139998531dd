package io.kitproof.broker.registry;

import io.kitproof.broker.ca.Fingerprint;
import io.kitproof.broker.ca.Pem;
import io.kitproof.broker.fault.AwsFault;
import io.kitproof.broker.registry.Certificate.Mode;
import io.kitproof.broker.registry.Certificate.Status;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The operations on authorities that sign for devices. */
public final class Signatories {

  private static final String CODE = "registration-code";
  private static final int CODE_BYTES = 32;
  private static final int MOST_OF_A_NAME = 10;

  private final Books books;
  private final SecureRandom random = new SecureRandom();

  Signatories(Books books) {
    this.books = books;
  }

  /**
   * An authority to be registered.
   *
   * @param verification a certificate it has signed whose common name is the registration code: the
   *     proof that who registers it has its key; not with SNI_ONLY
   */
  public record New(
      @Nullable String pem,
      @Nullable String verification,
      boolean active,
      boolean autoRegistration,
      Mode mode,
      Signatory.@Nullable Provisioning provisioning,
      Map<String, String> tags) {}

  /** A change to an authority; empty or null where nothing is to change. */
  public record Change(
      String id,
      Optional<Status> status,
      Optional<Boolean> autoRegistration,
      Signatory.@Nullable Provisioning provisioning,
      boolean removeProvisioning) {}

  /** What a verification certificate must have as its common name; 64 hex digits, made once. */
  public String registrationCode() {
    return books.change(
        () ->
            books
                .notes
                .find(CODE)
                .orElseGet(
                    () -> {
                      byte[] bytes = new byte[CODE_BYTES];
                      random.nextBytes(bytes);
                      String code = HexFormat.of().formatHex(bytes);
                      books.notes.put(CODE, code);
                      return code;
                    }));
  }

  /** Forgets the registration code; the next one asked for is another. */
  public void deleteRegistrationCode() {
    books.change(() -> books.notes.remove(CODE));
  }

  /**
   * Registers an authority.
   *
   * @throws AwsFault ResourceAlreadyExistsException; RegistrationCodeValidationException;
   *     CertificateValidationException; LimitExceededException for an eleventh of the same name
   */
  public Signatory register(New wanted) {
    X509Certificate certificate = X509.parse("caCertificate", wanted.pem());
    Tags tags = Tags.checked(wanted.tags());
    if (!X509.isAuthority(certificate)) {
      throw Faults.certificateInvalid("The certificate is not one of an authority.");
    }
    X509.checkTime(certificate, books.clock.instant());
    verify(certificate, wanted);
    Signatory fresh = fresh(certificate, wanted);
    books.change(
        () -> {
          if (books.signatories.has(fresh.id())) {
            throw Faults.exists(
                "The certificate is already provisioned or registered",
                fresh.id(),
                arn(fresh.id()));
          }
          if (named(fresh.subject()).size() >= MOST_OF_A_NAME) {
            throw Faults.limitExceeded(
                "There are already "
                    + MOST_OF_A_NAME
                    + " CA certificates with the same subject field.");
          }
          books.signatories.put(fresh.id(), fresh);
          books.putTags(arn(fresh.id()), tags);
        });
    return fresh;
  }

  private void verify(X509Certificate certificate, New wanted) {
    if (wanted.mode() == Mode.SNI_ONLY) {
      if (wanted.verification() != null) {
        throw Faults.invalid("There must be no verification certificate in mode SNI_ONLY.");
      }
      return;
    }
    X509Certificate proof = X509.parse("verificationCertificate", wanted.verification());
    if (!X509.signed(certificate, proof)) {
      throw Faults.certificateInvalid(
          "The verification certificate is not signed by the CA certificate.");
    }
    if (!X509.isCalled(proof, registrationCode())) {
      throw new AwsFault(
          "RegistrationCodeValidationException", 400, "The registration code is invalid.");
    }
  }

  private Signatory fresh(X509Certificate certificate, New wanted) {
    Instant now = books.clock.instant();
    return new Signatory(
        Fingerprint.of(certificate),
        Pem.of(certificate),
        X509.subject(certificate),
        Status.of(wanted.active()),
        wanted.autoRegistration(),
        wanted.mode(),
        wanted.provisioning(),
        now,
        now,
        1,
        UUID.randomUUID().toString());
  }

  /**
   * The active authority that has signed a certificate.
   *
   * @param pem the one it is said to be
   */
  Signatory of(X509Certificate certificate, @Nullable String pem) {
    List<Signatory> possible =
        pem == null
            ? named(X509.issuer(certificate))
            : books
                .signatories
                .find(Fingerprint.of(X509.parse("caCertificatePem", pem)))
                .map(List::of)
                .orElse(List.of());
    if (possible.isEmpty()) {
      throw Faults.certificateState("No CA certificate exists for the given certificate");
    }
    if (possible.size() > 1) {
      throw new AwsFault(
          "CertificateConflictException",
          409,
          "Unable to verify the CA certificate used to sign the device certificate you are"
              + " attempting to register: several have the same subject.");
    }
    Signatory one = possible.get(0);
    if (!X509.signed(Pem.certificate(one.pem()), certificate)) {
      throw Faults.certificateInvalid("The certificate is not signed by the CA certificate.");
    }
    if (one.status() != Status.ACTIVE) {
      throw Faults.certificateState("The CA certificate is not active. Id: " + one.id());
    }
    return one;
  }

  private List<Signatory> named(String subject) {
    return books.signatories.all().stream().filter(s -> s.subject().equals(subject)).toList();
  }

  /**
   * @throws AwsFault ResourceNotFoundException
   */
  public Signatory describe(String id) {
    Constraint.CERTIFICATE_ID.check("caCertificateId", id);
    return books.signatories.find(id.toLowerCase(Locale.ROOT)).orElseThrow(Faults::notFound);
  }

  /**
   * Changes how an authority is treated; certificates it has signed stay what they are.
   *
   * @throws AwsFault ResourceNotFoundException
   */
  public void update(Change change) {
    books.change(
        () -> {
          Signatory old = describe(change.id());
          Signatory.Provisioning kept = change.removeProvisioning() ? null : old.provisioning();
          books.signatories.put(
              old.id(),
              new Signatory(
                  old.id(),
                  old.pem(),
                  old.subject(),
                  change.status().orElse(old.status()),
                  !change.removeProvisioning()
                      && change.autoRegistration().orElse(old.autoRegistration()),
                  old.mode(),
                  change.provisioning() == null ? kept : change.provisioning(),
                  old.created(),
                  books.clock.instant(),
                  old.version() + 1,
                  old.generation()));
        });
  }

  /**
   * Forgets an authority; certificates it has signed stay.
   *
   * @throws AwsFault ResourceNotFoundException; CertificateStateException while it is active
   */
  public void delete(String id) {
    books.change(
        () -> {
          Signatory known = describe(id);
          if (known.status() == Status.ACTIVE) {
            throw Faults.certificateState(
                "CA certificate must be deactivated (not ACTIVE) before deletion. Id: "
                    + known.id());
          }
          books.signatories.remove(known.id());
          books.tags.remove(arn(known.id()));
        });
  }

  /** Authorities in the order they were registered in. */
  public Page<Signatory> list(Optional<String> templateName, boolean ascending, Paging paging) {
    return paging.byAge(
        books.signatories.all().stream().filter(s -> hasTemplate(s, templateName)),
        Signatory::age,
        ascending);
  }

  private static boolean hasTemplate(Signatory one, Optional<String> name) {
    return name.isEmpty()
        || (one.provisioning() != null && name.get().equals(one.provisioning().templateName()));
  }

  /** The full name of an authority's certificate, whether it exists or not. */
  public String arn(String id) {
    return books.account.arn("cacert", id);
  }
}
