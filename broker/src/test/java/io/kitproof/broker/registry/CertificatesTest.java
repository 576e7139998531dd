package io.kitproof.broker.registry;

import static io.kitproof.broker.registry.Registries.assertInvalid;
import static io.kitproof.broker.registry.Registries.assertNotFound;
import static io.kitproof.broker.registry.Registries.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.Clouds;
import io.kitproof.broker.ca.Fingerprint;
import io.kitproof.broker.ca.Pem;
import io.kitproof.broker.registry.Certificate.Mode;
import io.kitproof.broker.registry.Certificate.Status;
import io.kitproof.broker.store.Store;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CertificatesTest {

  private static final Foreign FACTORY = Foreign.authority("CN=Factory");
  private static final Paging ALL = Paging.FIRST;

  private final Store store = Store.memory();
  private final Registries.ManualClock clock = new Registries.ManualClock();
  private final Registry registry = Registries.at(store, clock);
  private final Certificates certificates = registry.certificates();

  @Test
  void a_made_certificate_is_known_by_the_digest_of_its_bytes_and_its_key_is_nowhere()
      throws Exception {
    Certificates.WithKeys made = certificates.createKeys(false);

    X509Certificate parsed = Pem.certificate(made.certificate().pem());
    assertThat(made.certificate().id()).isEqualTo(Fingerprint.of(parsed)).hasSize(64);
    assertThat(parsed.getSubjectX500Principal().getName()).isEqualTo("CN=AWS IoT Certificate");
    assertThat(parsed.getNotAfter().toInstant()).isEqualTo(Instant.parse("2049-12-31T23:59:59Z"));
    assertThat(made.certificate().status()).isEqualTo(Status.INACTIVE);
    assertThat(registry.certificateStatus(made.certificate().id())).contains(Status.INACTIVE);
    assertThat(made.keys().publicKeyPem()).startsWith("-----BEGIN PUBLIC KEY-----\n");
    String kept =
        new String(
            store.table("registry.certificates").get(made.certificate().id()),
            StandardCharsets.UTF_8);
    assertThat(kept).contains("BEGIN CERTIFICATE").doesNotContain("PRIVATE");
    assertThat(made.toString())
        .isEqualTo("certificate " + made.certificate().id() + " and its keys");
  }

  @Test
  void a_request_is_signed_with_its_subject_and_key() {
    Certificate made = certificates.createFromRequest(Foreign.request("CN=my bulb,O=Me"), true);

    X509Certificate parsed = Pem.certificate(made.pem());
    assertThat(parsed.getSubjectX500Principal().getName()).isEqualTo("O=Me,CN=my bulb");
    assertThat(X509.signed(Clouds.AUTHORITY.certificate(), parsed)).isTrue();
    assertThat(registry.certificateStatus(made.id())).contains(Status.ACTIVE);
  }

  @Test
  void what_is_no_request_is_refused() {
    assertInvalid(
        () -> certificates.createFromRequest("none", true),
        "The certificate signing request is not valid.");
    assertInvalid(
        () -> certificates.createFromRequest(null, true),
        "1 validation error detected: Value null at 'certificateSigningRequest' failed to satisfy"
            + " constraint: Member must not be null");
  }

  @Test
  void a_certificate_is_registered_once() {
    Certificate known =
        certificates.registerWithoutAuthority(FACTORY.sign("CN=a").pem(), Status.ACTIVE);
    String message = "The certificate is already provisioned or registered";

    assertThat(known.mode()).isEqualTo(Mode.SNI_ONLY);
    assertRefused(
        () -> certificates.registerWithoutAuthority(known.pem(), Status.ACTIVE),
        "ResourceAlreadyExistsException",
        409,
        message);
    assertRefused(
        () -> certificates.register(known.pem(), null, Status.ACTIVE),
        "ResourceAlreadyExistsException",
        409,
        message);
  }

  @Test
  void what_is_no_certificate_or_out_of_its_time_is_refused() {
    assertRefused(
        () -> certificates.registerWithoutAuthority("none", Status.ACTIVE),
        "CertificateValidationException",
        400,
        "The certificate is not valid PEM.");
    String expired = FACTORY.signAt("CN=old", clock.instant().minus(Duration.ofDays(366))).pem();
    String early = FACTORY.signAt("CN=new", clock.instant().plus(Duration.ofDays(366))).pem();
    for (String pem : List.of(expired, early)) {
      assertRefused(
          () -> certificates.registerWithoutAuthority(pem, Status.ACTIVE),
          "CertificateValidationException",
          400,
          "The certificate has expired or is not valid yet.");
    }
  }

  @Test
  void a_certificate_whose_authority_is_unknown_is_refused() {
    String pem = FACTORY.sign("CN=a").pem();

    assertRefused(
        () -> certificates.register(pem, null, Status.ACTIVE),
        "CertificateStateException",
        406,
        "No CA certificate exists for the given certificate");
    assertRefused(
        () -> certificates.register(pem, FACTORY.pem(), Status.ACTIVE),
        "CertificateStateException",
        406,
        "No CA certificate exists for the given certificate");
  }

  @Test
  void a_certificate_whose_authority_is_registered_is_taken_in() {
    Signatory signatory = authority(FACTORY, true);

    Certificate made = certificates.register(FACTORY.sign("CN=a").pem(), null, Status.ACTIVE);

    assertThat(made.signatory()).isEqualTo(signatory.id());
    assertThat(certificates.list(Optional.of(signatory.id()), true, ALL).items())
        .containsExactly(made);
  }

  @Test
  void the_authority_must_be_active_must_have_signed_and_must_be_the_only_one_of_its_name() {
    Foreign another = Foreign.authority("CN=Factory");
    Signatory idle = authority(another, false);

    assertRefused(
        () -> certificates.register(another.sign("CN=a").pem(), null, Status.ACTIVE),
        "CertificateStateException",
        406,
        "The CA certificate is not active. Id: " + idle.id());
    assertRefused(
        () -> certificates.register(FACTORY.sign("CN=a").pem(), null, Status.ACTIVE),
        "CertificateValidationException",
        400,
        "The certificate is not signed by the CA certificate.");
    Signatory unused = authority(FACTORY, true);
    assertThat(unused.status()).isEqualTo(Status.ACTIVE);
    assertRefused(
        () -> certificates.register(FACTORY.sign("CN=a").pem(), null, Status.ACTIVE),
        "CertificateConflictException",
        409,
        "Unable to verify the CA certificate used to sign the device certificate you are"
            + " attempting to register: several have the same subject.");
    assertThat(
            certificates
                .register(FACTORY.sign("CN=a").pem(), FACTORY.pem(), Status.INACTIVE)
                .status())
        .isEqualTo(Status.INACTIVE);
  }

  @Test
  void every_state_may_follow_every_other_but_those_that_aws_sets_itself() {
    String id = Registries.registered(registry).id();

    for (Status status : List.of(Status.INACTIVE, Status.REVOKED, Status.ACTIVE)) {
      certificates.update(id, status);
      assertThat(registry.certificateStatus(id)).contains(status);
    }
    assertInvalid(
        () -> certificates.update(id, Status.PENDING_TRANSFER),
        "A certificate can't be set to status PENDING_TRANSFER.");
    assertThat(certificates.describe(id).version()).isEqualTo(4);
    certificates.update(id, Status.ACTIVE);
    assertThat(certificates.describe(id).version()).isEqualTo(4);
  }

  @Test
  void a_deletion_needs_an_inactive_certificate_without_things_and_policies() {
    Certificate one = Registries.registered(registry);
    String arn = certificates.arn(one.id());
    registry.things().create(Things.New.named("bulb"));
    registry.principals().attach("bulb", arn, ThingPrincipals.Type.NON_EXCLUSIVE_THING);
    registry.policies().create("p", Registries.ALLOW_ALL, Map.of());
    registry.attachments().attach("p", arn);

    assertRefused(
        () -> certificates.delete(one.id(), true),
        "CertificateStateException",
        406,
        "Certificate must be deactivated (not ACTIVE) before deletion. Id: " + one.id());
    certificates.update(one.id(), Status.INACTIVE);
    assertRefused(
        () -> certificates.delete(one.id(), true),
        "DeleteConflictException",
        409,
        "Things must be detached before deletion (arn: " + arn + ")");
    registry.principals().detach("bulb", arn);
    assertRefused(
        () -> certificates.delete(one.id(), false),
        "DeleteConflictException",
        409,
        "Certificate policies must be detached before deletion (arn: " + arn + ")");
    certificates.delete(one.id(), true);
    assertThat(registry.certificateStatus(one.id())).isEmpty();
    registry.policies().delete("p");
  }

  @Test
  void ids_are_checked_and_unknown_ones_not_found() {
    assertNotFound(() -> certificates.describe("0".repeat(64)));
    assertNotFound(() -> certificates.update("0".repeat(64), Status.ACTIVE));
    assertNotFound(() -> certificates.delete("0".repeat(64), false));
    assertInvalid(
        () -> certificates.describe("0"),
        "1 validation error detected: Value '0' at 'certificateId' failed to satisfy constraint:"
            + " Member must have length greater than or equal to 64");
  }

  @Test
  void lists_are_in_the_order_of_registration_or_the_other_way_round() {
    Certificate first =
        certificates.registerWithoutAuthority(FACTORY.sign("CN=a").pem(), Status.ACTIVE);
    clock.advance(Duration.ofMillis(1));
    Certificate second =
        certificates.registerWithoutAuthority(FACTORY.sign("CN=b").pem(), Status.ACTIVE);

    assertThat(certificates.list(Optional.empty(), true, ALL).items())
        .containsExactly(first, second);
    assertThat(certificates.list(Optional.empty(), false, ALL).items())
        .containsExactly(second, first);
  }

  private Signatory authority(Foreign one, boolean active) {
    return registry
        .signatories()
        .register(
            new Signatories.New(one.pem(), null, active, false, Mode.SNI_ONLY, null, Map.of()));
  }
}
