package io.kitproof.broker.registry;

import static io.kitproof.broker.registry.Registries.ALLOW_ALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.policy.Decision;
import io.kitproof.broker.policy.NamedPolicy;
import io.kitproof.broker.policy.Question;
import io.kitproof.broker.registry.Memberships.Reference;
import io.kitproof.broker.registry.ThingPrincipals.Type;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the gateway asks, and when it is told to ask again. */
final class RightsTest {

  private static final String DENY_ALL = ALLOW_ALL.replace("Allow", "Deny");

  private final Registry registry = Registries.empty();
  private final String id = Registries.registered(registry).id();
  private final String arn = registry.certificates().arn(id);
  private final AtomicInteger changes = new AtomicInteger();

  @BeforeEach
  void a_policy() {
    registry.policies().create("p", ALLOW_ALL, Map.of());
    registry.things().create(Things.New.named("bulb"));
  }

  @Test
  void nothing_is_allowed_without_a_policy_nor_to_a_certificate_that_is_not_known() {
    assertThat(decision()).isEqualTo(Decision.IMPLICIT_DENY);
    assertThat(registry.policiesOf("0".repeat(64)).policies()).isEmpty();
    assertThat(registry.certificateStatus("0".repeat(64))).isEmpty();
    assertThat(registry.thingsOf("0".repeat(64))).isEmpty();
  }

  @Test
  void a_policy_counts_from_its_attachment_to_its_detachment() {
    registry.attachments().attach("p", arn);
    assertThat(decision()).isEqualTo(Decision.ALLOWED);

    registry.attachments().detach("p", arn);
    assertThat(decision()).isEqualTo(Decision.IMPLICIT_DENY);
  }

  @Test
  void the_version_that_counts_is_the_one_that_is_asked() {
    registry.attachments().attach("p", arn);
    registry.policies().createVersion("p", DENY_ALL, false);
    assertThat(decision()).isEqualTo(Decision.ALLOWED);

    registry.policies().setStandard("p", "2");
    assertThat(decision()).isEqualTo(Decision.EXPLICIT_DENY);
  }

  @Test
  void policies_of_a_group_and_those_above_count_for_the_certificates_of_its_things() {
    registry.groups().create(ThingGroups.New.named("lab"));
    registry.groups().create(new ThingGroups.New("bench", "lab", null, Attributes.NONE, Map.of()));
    registry.attachments().attach("p", registry.groups().arn("lab"));
    registry.memberships().add(Reference.named("bench"), Reference.named("bulb"));
    assertThat(decision()).isEqualTo(Decision.IMPLICIT_DENY);

    registry.principals().attach("bulb", arn, Type.NON_EXCLUSIVE_THING);
    assertThat(decision()).isEqualTo(Decision.ALLOWED);
    registry.memberships().remove(Reference.named("bench"), Reference.named("bulb"));
    assertThat(decision()).isEqualTo(Decision.IMPLICIT_DENY);
  }

  @Test
  void a_policy_that_comes_on_two_ways_counts_once() {
    registry.groups().create(ThingGroups.New.named("lab"));
    registry.memberships().add(Reference.named("lab"), Reference.named("bulb"));
    registry.principals().attach("bulb", arn, Type.NON_EXCLUSIVE_THING);
    registry.attachments().attach("p", registry.groups().arn("lab"));
    registry.attachments().attach("p", arn);

    assertThat(registry.policiesOf(id).policies())
        .extracting(NamedPolicy::name)
        .containsExactly("p");
    assertThat(registry.policiesOf(id)).isSameAs(registry.policiesOf(id));
  }

  @Test
  void whoever_listens_is_told_of_each_change_of_rights_and_finds_it_made() throws Exception {
    AutoCloseable listening =
        registry.onChange(
            () -> {
              changes.incrementAndGet();
              assertThat(decision()).isEqualTo(Decision.ALLOWED);
            });

    registry.attachments().attach("p", arn);
    assertThat(changes).hasValue(1);
    listening.close();
    registry.attachments().detach("p", arn);
    assertThat(changes).hasValue(1);
  }

  @Test
  void changes_that_bear_on_nobody_tell_nobody() throws Exception {
    try (AutoCloseable listening = registry.onChange(changes::incrementAndGet)) {
      assertThat(listening).isNotNull();

      registry.things().create(Things.New.named("lamp"));
      registry.things().delete("lamp", OptionalLong.empty());
      registry.policies().create("q", ALLOW_ALL, Map.of());
      registry.policies().delete("q");

      assertThat(changes).hasValue(0);
      registry.certificates().update(id, Certificate.Status.INACTIVE);
      assertThat(changes).hasValue(1);
      registry
          .things()
          .update(new Things.Change("bulb", null, false, Attributes.NONE, OptionalLong.empty()));
      assertThat(changes).hasValue(2);
    }
  }

  @Test
  void a_refused_change_tells_nobody() throws Exception {
    try (AutoCloseable listening = registry.onChange(changes::incrementAndGet)) {
      assertThat(listening).isNotNull();

      Registries.assertNotFound(
          () -> registry.certificates().update("0".repeat(64), Certificate.Status.ACTIVE));

      assertThat(changes).hasValue(0);
    }
  }

  private Decision decision() {
    return registry
        .policiesOf(id)
        .decide(
            new Question(
                "iot:Publish",
                "arn:aws:iot:us-east-1:123456789012:topic/abc/bulb",
                name -> List.of()));
  }
}
