package io.kitproof.broker.registry;

import static io.kitproof.broker.registry.Registries.ALLOW_ALL;
import static io.kitproof.broker.registry.Registries.assertInvalid;
import static io.kitproof.broker.registry.Registries.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.policy.Decision;
import io.kitproof.broker.policy.NamedPolicy;
import io.kitproof.broker.registry.Authorization.ActionType;
import io.kitproof.broker.registry.Authorization.Case;
import io.kitproof.broker.registry.Authorization.Verdict;
import io.kitproof.broker.registry.Authorization.Wish;
import io.kitproof.broker.registry.Memberships.Reference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AuthorizationTest {

  private static final String BULB = "arn:aws:iot:us-east-1:123456789012:topic/abc/bulb";
  private static final String LAMP = "arn:aws:iot:us-east-1:123456789012:topic/abc/lamp";
  private static final Wish PUBLISH = new Wish(ActionType.PUBLISH, List.of(BULB));

  private final Registry registry = Registries.empty();
  private final Authorization authorization = registry.authorization();
  private final String arn = registry.certificates().arn(Registries.registered(registry).id());

  @BeforeEach
  void policies() {
    policy("all", ALLOW_ALL);
    policy("none", ALLOW_ALL.replace("Allow", "Deny"));
    policy("bulb", ALLOW_ALL.replace("\"Resource\":\"*\"", "\"Resource\":\"" + BULB + "\""));
    policy(
        "own",
        ALLOW_ALL.replace(
            "\"Resource\":\"*\"",
            "\"Resource\":\"arn:aws:iot:us-east-1:123456789012:topic/${iot:ClientId}\""));
  }

  @Test
  void what_a_policy_allows_is_allowed_by_that_policy() {
    registry.attachments().attach("bulb", arn);

    Verdict verdict = verdict(PUBLISH, List.of(), List.of());

    assertThat(verdict.decision()).isEqualTo(Decision.ALLOWED);
    assertThat(names(verdict.allowing())).containsExactly("bulb");
    assertThat(verdict.denying()).isEmpty();
    assertThat(verdict.silent()).isEmpty();
  }

  @Test
  void a_denial_names_the_policy_that_denies_and_those_that_would_allow() {
    registry.attachments().attach("all", arn);
    registry.attachments().attach("none", arn);

    Verdict verdict = verdict(PUBLISH, List.of(), List.of());

    assertThat(verdict.decision()).isEqualTo(Decision.EXPLICIT_DENY);
    assertThat(names(verdict.denying())).containsExactly("none");
    assertThat(names(verdict.allowing())).containsExactly("all");
  }

  @Test
  void policies_that_say_nothing_are_named_when_that_is_why_it_is_denied() {
    registry.attachments().attach("bulb", arn);
    Wish lamp = new Wish(ActionType.SUBSCRIBE, List.of(LAMP));

    Verdict verdict = verdict(lamp, List.of(), List.of());

    assertThat(verdict.decision()).isEqualTo(Decision.IMPLICIT_DENY);
    assertThat(names(verdict.silent())).containsExactly("bulb");
  }

  @Test
  void a_wish_for_several_resources_is_granted_if_all_of_them_are() {
    registry.attachments().attach("bulb", arn);

    assertThat(
            verdict(new Wish(ActionType.RECEIVE, List.of(BULB, LAMP)), List.of(), List.of())
                .decision())
        .isEqualTo(Decision.IMPLICIT_DENY);
  }

  @Test
  void policies_are_added_and_skipped_for_the_test_alone() {
    registry.attachments().attach("none", arn);

    assertThat(verdict(PUBLISH, List.of("all"), List.of("none")).decision())
        .isEqualTo(Decision.ALLOWED);
    assertThat(verdict(PUBLISH, List.of("all"), List.of()).decision())
        .isEqualTo(Decision.EXPLICIT_DENY);
    assertThat(registry.policiesOf(arn.substring(arn.indexOf('/') + 1)).policies()).hasSize(1);
  }

  @Test
  void the_client_id_is_known_to_the_policies_and_missed_when_it_is_not_given() {
    registry.attachments().attach("own", arn);
    Wish own =
        new Wish(ActionType.PUBLISH, List.of("arn:aws:iot:us-east-1:123456789012:topic/client1"));

    assertThat(test(arn, "client1", own).decision()).isEqualTo(Decision.ALLOWED);
    Verdict without = test(arn, "", own);
    assertThat(without.decision()).isEqualTo(Decision.IMPLICIT_DENY);
    assertThat(without.missing()).containsExactly("iot:ClientId");
  }

  @Test
  void cases_that_ask_nothing_or_too_much_or_of_nobody_are_refused() {
    assertInvalid(
        () -> authorization.test(new Case(arn, "", List.of(), List.of(), List.of())),
        "There must be 1 to 10 authInfos.");
    List<Wish> eleven = java.util.Collections.nCopies(11, PUBLISH);
    assertInvalid(
        () -> authorization.test(new Case(arn, "", eleven, List.of(), List.of())),
        "There must be 1 to 10 authInfos.");
    assertRefused(
        () -> test(registry.certificates().arn("0".repeat(64)), "", PUBLISH),
        "ResourceNotFoundException",
        404,
        "The certificate given in the principal does not exist.");
    assertRefused(
        () -> verdict(PUBLISH, List.of("nothing"), List.of()),
        "ResourceNotFoundException",
        404,
        "Policy not found");
  }

  @Test
  void effective_policies_are_those_of_the_certificate_and_of_the_things_groups() {
    registry.attachments().attach("bulb", arn);
    registry.groups().create(ThingGroups.New.named("lab"));
    registry.attachments().attach("all", registry.groups().arn("lab"));
    registry.things().create(Things.New.named("kit"));
    registry.memberships().add(Reference.named("lab"), Reference.named("kit"));

    assertThat(effective(arn, null)).containsExactly("bulb");
    assertThat(effective(arn, "kit")).containsExactly("bulb", "all");
    assertThat(effective(null, "kit")).containsExactly("all");
    assertThat(effective(registry.groups().arn("lab"), null)).containsExactly("all");
    assertInvalid(() -> effective(null, null), "Either a principal or a thing name must be given.");
    Registries.assertNotFound(() -> effective(null, "nothing"));
  }

  private List<String> effective(@Nullable String principal, @Nullable String thing) {
    return names(authorization.effectivePolicies(principal, Optional.ofNullable(thing)));
  }

  private Verdict verdict(Wish wish, List<String> added, List<String> skipped) {
    return authorization.test(new Case(arn, "", List.of(wish), added, skipped)).get(0);
  }

  private Verdict test(String principal, String clientId, Wish wish) {
    return authorization
        .test(new Case(principal, clientId, List.of(wish), List.of(), List.of()))
        .get(0);
  }

  private static List<String> names(List<NamedPolicy> policies) {
    return policies.stream().map(NamedPolicy::name).toList();
  }

  private void policy(String name, String document) {
    assertThat(registry.policies().create(name, document, Map.of()).name()).isEqualTo(name);
  }
}
