package io.kitproof.broker.http.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kitproof.broker.ca.Fingerprint;
import io.kitproof.broker.registry.Foreign;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.AutoRegistrationStatus;
import software.amazon.awssdk.services.iot.model.CACertificateDescription;
import software.amazon.awssdk.services.iot.model.CACertificateStatus;
import software.amazon.awssdk.services.iot.model.Certificate;
import software.amazon.awssdk.services.iot.model.CertificateDescription;
import software.amazon.awssdk.services.iot.model.CertificateMode;
import software.amazon.awssdk.services.iot.model.CertificateStateException;
import software.amazon.awssdk.services.iot.model.CertificateStatus;
import software.amazon.awssdk.services.iot.model.CertificateValidationException;
import software.amazon.awssdk.services.iot.model.CreateKeysAndCertificateResponse;
import software.amazon.awssdk.services.iot.model.InvalidRequestException;
import software.amazon.awssdk.services.iot.model.RegistrationCodeValidationException;
import software.amazon.awssdk.services.iot.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.iot.model.ResourceNotFoundException;

final class CertificateApiTest {

  private static final Foreign FACTORY = Foreign.authority("CN=Factory");

  private final Api api = new Api();
  private final IotClient iot = api.iot;

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void a_made_certificate_is_described_and_inactive_unless_asked_for() {
    Instant before = Instant.now().minusSeconds(1);
    CreateKeysAndCertificateResponse made = iot.createKeysAndCertificate();

    CertificateDescription one = describe(made.certificateId());

    assertThat(one.status()).isEqualTo(CertificateStatus.INACTIVE);
    assertThat(one.certificateArn()).isEqualTo(made.certificateArn());
    assertThat(one.certificatePem()).isEqualTo(made.certificatePem());
    assertThat(one.ownedBy()).isEqualTo("123456789012");
    assertThat(one.creationDate()).isBetween(before, Instant.now());
    assertThat(one.lastModifiedDate()).isEqualTo(one.creationDate());
    assertThat(one.customerVersion()).isOne();
    assertThat(one.generationId()).isNotEmpty();
    assertThat(one.certificateMode()).isEqualTo(CertificateMode.DEFAULT);
    assertThat(one.validity().notAfter()).isEqualTo(Instant.parse("2049-12-31T23:59:59Z"));
    assertThat(one.validity().notBefore()).isBefore(Instant.now());
  }

  @Test
  void a_signing_request_becomes_a_certificate() {
    String request = Foreign.request("CN=bulb");

    var first = iot.createCertificateFromCsr(r -> r.certificateSigningRequest(request));
    var second =
        iot.createCertificateFromCsr(r -> r.certificateSigningRequest(request).setAsActive(true));

    assertThat(first.certificateId()).isNotEqualTo(second.certificateId());
    assertThat(describe(second.certificateId()).status()).isEqualTo(CertificateStatus.ACTIVE);
    Api.assertRefused(
        () -> iot.createCertificateFromCsr(r -> r.certificateSigningRequest("none")),
        InvalidRequestException.class,
        400,
        "The certificate signing request is not valid.");
  }

  @Test
  void a_certificate_is_registered_without_its_authority_once() {
    Foreign device = FACTORY.sign("CN=bulb");
    String id =
        iot.registerCertificateWithoutCA(
                r -> r.certificatePem(device.pem()).status(CertificateStatus.ACTIVE))
            .certificateId();

    assertThat(id).isEqualTo(Fingerprint.of(device.certificate()));
    assertThat(describe(id).certificateMode()).isEqualTo(CertificateMode.SNI_ONLY);
    ResourceAlreadyExistsException refusal =
        catchThrowableOfType(
            ResourceAlreadyExistsException.class,
            () -> iot.registerCertificateWithoutCA(r -> r.certificatePem(device.pem())));
    assertThat(refusal.awsErrorDetails().errorMessage())
        .isEqualTo("The certificate is already provisioned or registered");
    assertThat(refusal.resourceId()).isEqualTo(id);
    assertThat(refusal.resourceArn()).isEqualTo("arn:aws:iot:us-east-1:123456789012:cert/" + id);
  }

  @Test
  void an_authority_is_registered_with_proof_and_its_certificates_with_it() {
    Api.assertRefused(
        () -> iot.registerCertificate(r -> r.certificatePem(FACTORY.sign("CN=b").pem())),
        CertificateStateException.class,
        406,
        "No CA certificate exists for the given certificate");
    String code = iot.getRegistrationCode().registrationCode();
    Api.assertRefused(
        () -> registerFactory(FACTORY.sign("CN=wrong").pem()),
        RegistrationCodeValidationException.class,
        400,
        "The registration code is invalid.");

    String authority = registerFactory(FACTORY.sign("CN=" + code).pem());
    String id =
        iot.registerCertificate(
                r -> r.certificatePem(FACTORY.sign("CN=bulb").pem()).setAsActive(true))
            .certificateId();

    assertThat(describe(id).status()).isEqualTo(CertificateStatus.ACTIVE);
    assertThat(describe(id).caCertificateId()).isEqualTo(authority);
    assertThat(iot.listCertificatesByCA(r -> r.caCertificateId(authority)).certificates())
        .extracting(Certificate::certificateId)
        .containsExactly(id);
    CACertificateDescription described =
        iot.describeCACertificate(r -> r.certificateId(authority)).certificateDescription();
    assertThat(described.status()).isEqualTo(CACertificateStatus.ACTIVE);
    assertThat(described.autoRegistrationStatus()).isEqualTo(AutoRegistrationStatus.DISABLE);
    assertThat(described.certificatePem()).isEqualTo(FACTORY.pem());
    iot.updateCACertificate(
        r -> r.certificateId(authority).newStatus(CACertificateStatus.INACTIVE));
    assertThat(iot.listCACertificates().certificates()).hasSize(1);
    iot.deleteCACertificate(r -> r.certificateId(authority));
    assertThat(iot.listCACertificates().certificates()).isEmpty();
    iot.deleteRegistrationCode();
    assertThat(iot.getRegistrationCode().registrationCode()).isNotEqualTo(code);
  }

  private String registerFactory(String proof) {
    return iot.registerCACertificate(
            r -> r.caCertificate(FACTORY.pem()).verificationCertificate(proof).setAsActive(true))
        .certificateId();
  }

  @Test
  void what_is_no_certificate_no_id_or_no_state_is_refused() {
    Api.assertRefused(
        () -> iot.registerCertificateWithoutCA(r -> r.certificatePem("none")),
        CertificateValidationException.class,
        400,
        "The certificate is not valid PEM.");
    Api.assertRefused(
        () -> describe("0".repeat(64)),
        ResourceNotFoundException.class,
        404,
        "The specified resource does not exist");
    Api.assertRefused(
        () -> describe("0"),
        InvalidRequestException.class,
        400,
        "1 validation error detected: Value '0' at 'certificateId' failed to satisfy constraint:"
            + " Member must have length greater than or equal to 64");
    String id = iot.createKeysAndCertificate().certificateId();
    Api.assertRefused(
        () -> iot.updateCertificate(r -> r.certificateId(id).newStatus("OFF")),
        InvalidRequestException.class,
        400,
        "1 validation error detected: Value 'OFF' at 'newStatus' failed to satisfy constraint:"
            + " Member must satisfy enum value set: [ACTIVE, INACTIVE, REVOKED, PENDING_TRANSFER,"
            + " REGISTER_INACTIVE, PENDING_ACTIVATION]");
    Api.assertRefused(
        () ->
            iot.updateCertificate(
                r -> r.certificateId(id).newStatus(CertificateStatus.PENDING_ACTIVATION)),
        InvalidRequestException.class,
        400,
        "A certificate can't be set to status PENDING_ACTIVATION.");
  }

  @Test
  void lists_are_paged_in_the_order_of_creation() {
    for (int i = 0; i < 3; i++) {
      Foreign device = FACTORY.sign("CN=bulb");
      iot.registerCertificateWithoutCA(r -> r.certificatePem(device.pem()));
    }

    var ascending =
        iot
            .listCertificatesPaginator(r -> r.ascendingOrder(true).pageSize(2))
            .certificates()
            .stream()
            .toList();

    assertThat(ascending)
        .hasSize(3)
        .isSortedAccordingTo((a, b) -> a.creationDate().compareTo(b.creationDate()));
    assertThat(iot.listCertificates().certificates().get(0)).isEqualTo(ascending.get(2));
  }

  private CertificateDescription describe(String id) {
    return iot.describeCertificate(r -> r.certificateId(id)).certificateDescription();
  }
}
