package io.kitproof.broker.registry;

import static io.kitproof.broker.registry.Registries.assertInvalid;
import static io.kitproof.broker.registry.Registries.assertNotFound;
import static io.kitproof.broker.registry.Registries.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.registry.Certificate.Mode;
import io.kitproof.broker.registry.Certificate.Status;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SignatoriesTest {

  private static final Foreign FACTORY = Foreign.authority("CN=Factory");

  private final Registry registry = Registries.empty();
  private final Signatories signatories = registry.signatories();

  @Test
  void the_registration_code_stays_until_it_is_deleted() {
    String code = signatories.registrationCode();

    assertThat(code).matches("[0-9a-f]{64}");
    assertThat(signatories.registrationCode()).isEqualTo(code);
    signatories.deleteRegistrationCode();
    assertThat(signatories.registrationCode()).isNotEqualTo(code);
  }

  @Test
  void who_has_the_key_of_an_authority_proves_it_with_the_registration_code() {
    String proof = FACTORY.sign("CN=" + signatories.registrationCode()).pem();

    Signatory made = signatories.register(proved(FACTORY, proof));

    assertThat(signatories.describe(made.id())).isEqualTo(made);
    assertThat(signatories.arn(made.id()))
        .isEqualTo("arn:aws:iot:us-east-1:123456789012:cacert/" + made.id());
  }

  @Test
  void a_proof_with_another_code_or_of_another_authority_is_refused() {
    String code = signatories.registrationCode();

    assertRefused(
        () -> signatories.register(proved(FACTORY, FACTORY.sign("CN=" + code.substring(1)).pem())),
        "RegistrationCodeValidationException",
        400,
        "The registration code is invalid.");
    Foreign another = Foreign.authority("CN=Factory");
    assertRefused(
        () -> signatories.register(proved(FACTORY, another.sign("CN=" + code).pem())),
        "CertificateValidationException",
        400,
        "The verification certificate is not signed by the CA certificate.");
    assertInvalid(
        () -> signatories.register(proved(FACTORY, null)),
        "1 validation error detected: Value null at 'verificationCertificate' failed to satisfy"
            + " constraint: Member must not be null");
    assertInvalid(
        () -> signatories.register(plain(FACTORY, "proof")),
        "There must be no verification certificate in mode SNI_ONLY.");
  }

  @Test
  void the_certificate_of_a_device_is_no_authority() {
    assertRefused(
        () -> signatories.register(plain(FACTORY.sign("CN=device"), null)),
        "CertificateValidationException",
        400,
        "The certificate is not one of an authority.");
  }

  @Test
  void an_authority_is_registered_once_and_ten_may_have_the_same_name() {
    Signatory first = signatories.register(plain(FACTORY, null));
    assertRefused(
        () -> signatories.register(plain(FACTORY, null)),
        "ResourceAlreadyExistsException",
        409,
        "The certificate is already provisioned or registered");

    for (int i = 1; i < 10; i++) {
      assertThat(signatories.register(plain(Foreign.authority("CN=Factory"), null)).subject())
          .isEqualTo(first.subject());
    }
    assertRefused(
        () -> signatories.register(plain(Foreign.authority("CN=Factory"), null)),
        "LimitExceededException",
        410,
        "There are already 10 CA certificates with the same subject field.");
  }

  @Test
  void an_authority_is_changed_and_deleted_when_it_is_inactive() {
    String id = signatories.register(plain(FACTORY, null)).id();

    assertRefused(
        () -> signatories.delete(id),
        "CertificateStateException",
        406,
        "CA certificate must be deactivated (not ACTIVE) before deletion. Id: " + id);
    signatories.update(
        new Signatories.Change(
            id,
            Optional.of(Status.INACTIVE),
            Optional.of(true),
            new Signatory.Provisioning("{}", null, "t"),
            false));
    assertThat(signatories.describe(id).autoRegistration()).isTrue();
    assertThat(signatories.list(Optional.of("t"), true, Paging.FIRST).items()).hasSize(1);
    assertThat(signatories.list(Optional.of("u"), true, Paging.FIRST).items()).isEmpty();
    signatories.update(new Signatories.Change(id, Optional.empty(), Optional.empty(), null, true));
    assertThat(signatories.describe(id).autoRegistration()).isFalse();
    assertThat(signatories.describe(id).provisioning()).isNull();
    signatories.delete(id);
    assertNotFound(() -> signatories.describe(id));
  }

  private static Signatories.New proved(Foreign one, @Nullable String proof) {
    return new Signatories.New(one.pem(), proof, true, false, Mode.DEFAULT, null, Map.of());
  }

  private static Signatories.New plain(Foreign one, @Nullable String proof) {
    return new Signatories.New(one.pem(), proof, true, false, Mode.SNI_ONLY, null, Map.of());
  }
}
