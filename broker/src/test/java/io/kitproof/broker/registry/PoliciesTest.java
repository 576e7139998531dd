package io.kitproof.broker.registry;

import static io.kitproof.broker.registry.Registries.ALLOW_ALL;
import static io.kitproof.broker.registry.Registries.assertInvalid;
import static io.kitproof.broker.registry.Registries.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.store.Store;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PoliciesTest {

  private static final String DENY_ALL = ALLOW_ALL.replace("Allow", "Deny");

  private final Registries.ManualClock clock = new Registries.ManualClock();
  private final Registry registry = Registries.at(Store.memory(), clock);
  private final Policies policies = registry.policies();

  @Test
  void a_new_policy_has_version_one_and_its_text_as_it_was_given() {
    String spaced = " " + ALLOW_ALL + "\n";
    Policy made = policies.create("p", spaced, Map.of());

    assertThat(made.standardVersion()).isEqualTo(new Policy.Version(1, spaced, clock.instant()));
    assertThat(policies.get("p")).isEqualTo(made);
    assertThat(policies.arn("p")).isEqualTo("arn:aws:iot:us-east-1:123456789012:policy/p");
  }

  @Test
  void a_name_is_given_once_even_for_the_same_text() {
    policies.create("p", ALLOW_ALL, Map.of());

    assertRefused(
        () -> policies.create("p", ALLOW_ALL, Map.of()),
        "ResourceAlreadyExistsException",
        409,
        "Policy cannot be created - name already exists (name=p)");
  }

  @Test
  void a_text_that_is_no_policy_is_refused() {
    assertRefused(
        () -> policies.create("p", "none", Map.of()),
        "MalformedPolicyException",
        400,
        "Policy document is Malformed");
    policies.create("p", ALLOW_ALL, Map.of());
    assertRefused(
        () -> policies.createVersion("p", "none", true),
        "MalformedPolicyException",
        400,
        "Policy document is Malformed");
  }

  @Test
  void there_are_five_versions_at_most_and_their_numbers_never_come_again() {
    policies.create("p", ALLOW_ALL, Map.of());
    for (int i = 2; i <= 5; i++) {
      policies.createVersion("p", ALLOW_ALL, false);
    }

    assertRefused(
        () -> policies.createVersion("p", ALLOW_ALL, false),
        "VersionsLimitExceededException",
        409,
        "The policy p already has the maximum number of versions (5)");
    policies.deleteVersion("p", "5");
    assertThat(policies.createVersion("p", DENY_ALL, true).standard()).isEqualTo(6);
    assertThat(policies.get("p").standardVersion().document()).isEqualTo(DENY_ALL);
  }

  @Test
  void the_version_that_counts_is_changed_and_cannot_be_deleted() {
    policies.create("p", ALLOW_ALL, Map.of());
    policies.createVersion("p", DENY_ALL, false);

    policies.setStandard("p", "2");

    assertThat(policies.get("p").standardVersion().document()).isEqualTo(DENY_ALL);
    assertInvalid(
        () -> policies.deleteVersion("p", "2"), "Cannot delete the default version of a policy");
    policies.deleteVersion("p", "1");
    assertThat(policies.get("p").versions()).hasSize(1);
  }

  @Test
  void what_does_not_exist_is_not_found() {
    assertRefused(() -> policies.get("q"), "ResourceNotFoundException", 404, "Policy not found");
    assertRefused(() -> policies.delete("q"), "ResourceNotFoundException", 404, "Policy not found");
    policies.create("p", ALLOW_ALL, Map.of());
    for (String number : new String[] {"2", "9999999999"}) {
      assertRefused(
          () -> policies.version("p", number),
          "ResourceNotFoundException",
          404,
          "Policy version not found");
    }
    assertInvalid(
        () -> policies.version("p", "v1"),
        "1 validation error detected: Value 'v1' at 'policyVersionId' failed to satisfy"
            + " constraint: Member must satisfy regular expression pattern: [0-9]+");
  }

  @Test
  void a_policy_is_deleted_when_it_has_one_version_and_is_attached_to_nothing() {
    policies.create("p", ALLOW_ALL, Map.of());
    policies.createVersion("p", ALLOW_ALL, false);
    registry.groups().create(ThingGroups.New.named("lab"));
    registry.attachments().attach("p", registry.groups().arn("lab"));

    assertRefused(
        () -> policies.delete("p"),
        "DeleteConflictException",
        409,
        "The policy cannot be deleted as the policy is attached to one or more principals"
            + " (name=p)");
    registry.attachments().detach("p", registry.groups().arn("lab"));
    assertRefused(
        () -> policies.delete("p"),
        "DeleteConflictException",
        409,
        "Cannot delete the policy because it has one or more policy versions attached to it"
            + " (name=p)");
    policies.deleteVersion("p", "2");
    policies.delete("p");
    assertThat(policies.list(true, Paging.FIRST).items()).isEmpty();
  }

  @Test
  void lists_are_in_the_order_of_creation_or_the_other_way_round() {
    policies.create("z", ALLOW_ALL, Map.of());
    clock.advance(Duration.ofMillis(1));
    policies.create("a", ALLOW_ALL, Map.of());

    assertThat(policies.list(true, Paging.FIRST).items())
        .extracting(Policy::name)
        .containsExactly("z", "a");
    assertThat(policies.list(false, Paging.FIRST).items())
        .extracting(Policy::name)
        .containsExactly("a", "z");
  }
}
