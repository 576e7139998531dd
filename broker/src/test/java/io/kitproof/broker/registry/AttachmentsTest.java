package io.kitproof.broker.registry;

import static io.kitproof.broker.registry.Registries.ALLOW_ALL;
import static io.kitproof.broker.registry.Registries.assertInvalid;
import static io.kitproof.broker.registry.Registries.assertNotFound;
import static io.kitproof.broker.registry.Registries.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AttachmentsTest {

  private static final Paging ALL = Paging.FIRST;

  private final Registry registry = Registries.empty();
  private final Attachments attachments = registry.attachments();
  private final String certificate =
      registry.certificates().arn(Registries.registered(registry).id());

  @BeforeEach
  void a_policy_and_a_group() {
    policy("p");
    registry.groups().create(ThingGroups.New.named("lab"));
  }

  @Test
  void a_policy_is_attached_to_a_certificate_and_seen_from_both_ends() {
    attachments.attach("p", certificate);
    attachments.attach("p", certificate);

    assertThat(attachments.policies(certificate, false, ALL).items())
        .extracting(Policy::name)
        .containsExactly("p");
    assertThat(attachments.targets("p", ALL).items()).containsExactly(certificate);
    attachments.detach("p", certificate);
    attachments.detach("p", certificate);
    assertThat(attachments.targets("p", ALL).items()).isEmpty();
  }

  @Test
  void the_older_forms_are_for_certificates_alone() {
    String group = registry.groups().arn("lab");
    attachments.attach("p", group);
    attachments.attachToPrincipal("p", certificate);

    assertThat(attachments.principals("p", ALL).items()).containsExactly(certificate);
    assertThat(attachments.policiesOfPrincipal(certificate, ALL).items()).hasSize(1);
    assertInvalid(
        () -> attachments.attachToPrincipal("p", group), "The given ARN does not represent a cert");
    attachments.detachFromPrincipal("p", certificate);
    assertNotFound(() -> attachments.detachFromPrincipal("p", certificate));
  }

  @Test
  void what_does_not_exist_is_not_found() {
    String nobody = registry.certificates().arn("0".repeat(64));
    String elsewhere = certificate.replace("us-east-1", "eu-west-1");
    for (String arn : new String[] {nobody, elsewhere}) {
      assertRefused(
          () -> attachments.attach("p", arn),
          "ResourceNotFoundException",
          404,
          "The certificate given in the principal does not exist.");
    }
    assertRefused(
        () -> attachments.attach("q", certificate),
        "ResourceNotFoundException",
        404,
        "Policy not found");
    assertRefused(
        () -> attachments.attach("p", registry.groups().arn("x")),
        "ResourceNotFoundException",
        404,
        "No thing group with ARN arn:aws:iot:us-east-1:123456789012:thinggroup/x exists");
    assertRefused(
        () -> attachments.targets("q", ALL), "ResourceNotFoundException", 404, "Policy not found");
  }

  @Test
  void an_eleventh_policy_is_too_many() {
    for (int i = 0; i < 10; i++) {
      policy("p" + i);
      attachments.attach("p" + i, certificate);
    }

    assertRefused(
        () -> attachments.attach("p", certificate),
        "LimitExceededException",
        410,
        "The target already has the maximum number of policies (10)");
    attachments.attach("p3", certificate);
    assertThat(attachments.policies(certificate, false, ALL).items()).hasSize(10);
  }

  @Test
  void a_group_inherits_what_is_attached_above_it() {
    registry.groups().create(new ThingGroups.New("bench", "lab", null, Attributes.NONE, Map.of()));
    attachments.attach("p", registry.groups().arn("lab"));
    String bench = registry.groups().arn("bench");

    assertThat(attachments.policies(bench, false, ALL).items()).isEmpty();
    assertThat(attachments.policies(bench, true, ALL).items())
        .extracting(Policy::name)
        .containsExactly("p");
  }

  private void policy(String name) {
    assertThat(registry.policies().create(name, ALLOW_ALL, Map.of()).name()).isEqualTo(name);
  }
}
