package io.kitproof.broker.registry;

import static io.kitproof.broker.registry.Registries.assertInvalid;
import static io.kitproof.broker.registry.Registries.assertNotFound;
import static io.kitproof.broker.registry.Registries.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.registry.ThingPrincipals.Attached;
import io.kitproof.broker.registry.ThingPrincipals.Type;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ThingPrincipalsTest {

  private static final Optional<Type> ANY = Optional.empty();

  private final Registry registry = Registries.empty();
  private final ThingPrincipals principals = registry.principals();
  private final Certificate certificate = Registries.registered(registry);
  private final String arn = registry.certificates().arn(certificate.id());

  @BeforeEach
  void two_things() {
    registry.things().create(Things.New.named("bulb"));
    registry.things().create(Things.New.named("lamp"));
  }

  @Test
  void a_certificate_may_belong_to_several_things_and_is_seen_from_both_ends() {
    principals.attach("lamp", arn, Type.NON_EXCLUSIVE_THING);
    principals.attach("bulb", arn, Type.NON_EXCLUSIVE_THING);
    principals.attach("bulb", arn, Type.NON_EXCLUSIVE_THING);

    assertThat(principals.things(arn, ANY, Paging.FIRST).items())
        .extracting(Attached::name)
        .containsExactly("bulb", "lamp");
    assertThat(principals.principals("bulb", ANY, Paging.FIRST).items())
        .containsExactly(new Attached(arn, Type.NON_EXCLUSIVE_THING));
    assertThat(registry.thingsOf(certificate.id())).containsExactly("bulb", "lamp");
  }

  @Test
  void an_exclusive_attachment_is_the_only_one() {
    principals.attach("bulb", arn, Type.EXCLUSIVE_THING);
    String message = "The principal is attached to another thing, and one of them exclusively.";

    assertInvalid(() -> principals.attach("lamp", arn, Type.NON_EXCLUSIVE_THING), message);
    principals.attach("bulb", arn, Type.NON_EXCLUSIVE_THING);
    assertInvalid(() -> principals.attach("lamp", arn, Type.EXCLUSIVE_THING), message);
    assertThat(principals.things(arn, Optional.of(Type.EXCLUSIVE_THING), Paging.FIRST).items())
        .isEmpty();
  }

  @Test
  void only_what_is_attached_can_be_detached() {
    principals.attach("bulb", arn, Type.NON_EXCLUSIVE_THING);

    principals.detach("bulb", arn);

    assertNotFound(() -> principals.detach("bulb", arn));
    assertThat(registry.thingsOf(certificate.id())).isEmpty();
  }

  @Test
  void what_does_not_exist_is_not_found() {
    String nobody = registry.certificates().arn("0".repeat(64));

    assertNotFound(() -> principals.attach("nothing", arn, Type.NON_EXCLUSIVE_THING));
    assertRefused(
        () -> principals.attach("bulb", nobody, Type.NON_EXCLUSIVE_THING),
        "ResourceNotFoundException",
        404,
        "The certificate given in the principal does not exist.");
    assertRefused(
        () -> principals.principals("nothing", ANY, Paging.FIRST),
        "ResourceNotFoundException",
        404,
        "Failed to list principals for thing nothing because the thing does not exist in your"
            + " account");
    assertInvalid(
        () -> principals.things(null, ANY, Paging.FIRST),
        "1 validation error detected: Value null at 'principal' failed to satisfy constraint:"
            + " Member must not be null");
  }
}
