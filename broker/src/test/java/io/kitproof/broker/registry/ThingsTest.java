package io.kitproof.broker.registry;

import static io.kitproof.broker.registry.Registries.assertInvalid;
import static io.kitproof.broker.registry.Registries.assertNotFound;
import static io.kitproof.broker.registry.Registries.assertRefused;
import static io.kitproof.broker.registry.Registries.attributes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kitproof.broker.fault.AwsFault;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ThingsTest {

  private static final OptionalLong ANY = OptionalLong.empty();

  private final Registry registry = Registries.empty();
  private final Things things = registry.things();

  @Test
  void a_new_thing_has_a_name_an_id_and_version_one() {
    Thing thing = things.create(Things.New.named("bulb"));

    assertThat(thing.version()).isOne();
    assertThat(thing.id()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    assertThat(things.describe("bulb")).isEqualTo(thing);
    assertThat(registry.thing("bulb")).contains(thing);
    assertThat(things.arn("bulb")).isEqualTo("arn:aws:iot:us-east-1:123456789012:thing/bulb");
  }

  @Test
  void the_same_thing_again_is_the_one_there_is() {
    Thing first = things.create(with(Map.of("room", "kitchen")));

    assertThat(things.create(with(Map.of("room", "kitchen")))).isEqualTo(first);
  }

  @Test
  void another_thing_of_the_same_name_is_refused_and_the_first_is_named() {
    Thing first = things.create(with(Map.of("room", "kitchen")));

    AwsFault fault =
        catchThrowableOfType(AwsFault.class, () -> things.create(with(Map.of("room", "cellar"))));

    assertThat(fault.message())
        .isEqualTo("Thing bulb already exists in account with different attributes");
    assertThat(fault.type()).isEqualTo("ResourceAlreadyExistsException");
    assertThat(fault.status()).isEqualTo(409);
    assertThat(fault.details())
        .isEqualTo(Map.of("resourceId", first.id(), "resourceArn", things.arn("bulb")));
  }

  @Test
  void names_are_checked_with_the_words_of_aws() {
    assertInvalid(
        () -> things.create(Things.New.named("my bulb")),
        "1 validation error detected: Value 'my bulb' at 'thingName' failed to satisfy constraint:"
            + " Member must satisfy regular expression pattern: [a-zA-Z0-9:_-]+");
    String tooLong = "x".repeat(129);
    assertInvalid(
        () -> things.create(Things.New.named(tooLong)),
        "1 validation error detected: Value '"
            + tooLong
            + "' at 'thingName' failed to satisfy constraint: Member must have length less than or"
            + " equal to 128");
  }

  @Test
  void a_thing_without_a_type_has_at_most_three_attributes_and_one_with_a_type_fifty() {
    registry.types().create("Bulb", ThingType.Properties.NONE, Map.of());

    assertInvalid(() -> things.create(with(numbered(4))), "There are more than 3 attributes.");
    assertInvalid(
        () -> things.create(new Things.New("bulb", "Bulb", attributes(numbered(51)), null)),
        "There are more than 50 attributes.");
    assertThat(
            things
                .create(new Things.New("bulb", "Bulb", attributes(numbered(50)), null))
                .attributes())
        .hasSize(50);
  }

  @Test
  void an_update_replaces_the_attributes_and_counts_the_version_up() {
    things.create(with(Map.of("room", "kitchen", "wall", "north")));

    things.update(change(attributes(Map.of("room", "cellar")), ANY));

    assertThat(things.describe("bulb").attributes()).isEqualTo(Map.of("room", "cellar"));
    assertThat(things.describe("bulb").version()).isEqualTo(2);
  }

  @Test
  void a_merging_update_keeps_the_others_and_removes_what_is_empty() {
    things.create(with(Map.of("room", "kitchen", "wall", "north")));

    things.update(change(new Attributes(Map.of("wall", "", "lamp", "2"), true), ANY));

    assertThat(things.describe("bulb").attributes())
        .isEqualTo(Map.of("room", "kitchen", "lamp", "2"));
  }

  @Test
  void an_update_without_attributes_leaves_them() {
    things.create(with(Map.of("room", "kitchen")));

    things.update(change(null, ANY));

    assertThat(things.describe("bulb").attributes()).isEqualTo(Map.of("room", "kitchen"));
  }

  @Test
  void an_update_or_a_deletion_of_another_version_is_refused() {
    things.create(Things.New.named("bulb"));
    String message = "The version for thing bulb does not match the expected version.";

    assertRefused(
        () -> things.update(change(Attributes.NONE, OptionalLong.of(7))),
        "VersionConflictException",
        409,
        message);
    assertRefused(
        () -> things.delete("bulb", OptionalLong.of(7)), "VersionConflictException", 409, message);
    things.update(change(Attributes.NONE, OptionalLong.of(1)));
    things.delete("bulb", OptionalLong.of(2));
    assertThat(registry.thing("bulb")).isEmpty();
  }

  @Test
  void a_thing_that_is_not_known_is_not_described_and_not_changed_but_may_be_deleted() {
    assertNotFound(() -> things.describe("bulb"));
    assertNotFound(() -> things.update(change(Attributes.NONE, ANY)));
    things.delete("bulb", ANY);
  }

  @Test
  void a_thing_with_a_certificate_cannot_be_deleted() {
    things.create(Things.New.named("bulb"));
    String certificate = registry.certificates().arn(Registries.registered(registry).id());
    registry.principals().attach("bulb", certificate, ThingPrincipals.Type.NON_EXCLUSIVE_THING);

    assertInvalid(
        () -> things.delete("bulb", ANY),
        "Cannot delete. Thing bulb is still attached to one or more principals");
    registry.principals().detach("bulb", certificate);
    things.delete("bulb", ANY);
    assertThat(registry.thing("bulb")).isEmpty();
  }

  @Test
  void a_type_that_is_unknown_or_deprecated_is_refused() {
    registry.types().create("Old", ThingType.Properties.NONE, Map.of());
    registry.types().deprecate("Old", false);
    things.create(Things.New.named("plain"));

    assertNotFound(() -> things.create(typed("None")));
    assertInvalid(
        () -> things.create(typed("Old")),
        "Can not create new thing with depreated thing type:Old");
    assertInvalid(
        () -> things.update(new Things.Change("plain", "Old", false, null, ANY)),
        "Can not update a thing to use deprecated thing type: Old");
    assertInvalid(
        () -> things.update(new Things.Change("plain", "Old", true, null, ANY)),
        "The thing type can't be changed and removed at once.");
  }

  @Test
  void a_type_is_set_and_removed_by_updates() {
    registry.types().create("Bulb", ThingType.Properties.NONE, Map.of());
    things.create(Things.New.named("bulb"));

    things.update(new Things.Change("bulb", "Bulb", false, null, ANY));
    assertThat(things.describe("bulb").type()).isEqualTo("Bulb");
    things.update(new Things.Change("bulb", null, true, null, ANY));
    assertThat(things.describe("bulb").type()).isNull();
  }

  @Test
  void there_are_no_billing_groups() {
    assertNotFound(() -> things.create(new Things.New("bulb", null, Attributes.NONE, "mine")));
  }

  @Test
  void lists_are_filtered_by_type_and_attribute() {
    registry.types().create("Bulb", ThingType.Properties.NONE, Map.of());
    things.create(typed("Bulb"));
    things.create(new Things.New("a", null, attributes(Map.of("room", "kitchen")), null));
    things.create(new Things.New("b", null, attributes(Map.of("room", "cellar")), null));

    assertThat(names(new Things.Filter("Bulb", null, null, false))).containsExactly("bulb");
    assertThat(names(new Things.Filter(null, "room", "cellar", false))).containsExactly("b");
    assertThat(names(new Things.Filter(null, "room", "kit", true))).containsExactly("a");
    assertThat(names(new Things.Filter(null, "room", "kit", false))).isEmpty();
    assertThat(names(Things.Filter.ALL)).containsExactly("a", "b", "bulb");
  }

  private Iterable<String> names(Things.Filter filter) {
    return things.list(filter, Paging.FIRST).items().stream().map(Thing::name).toList();
  }

  private static Things.New with(Map<String, String> values) {
    return new Things.New("bulb", null, attributes(values), null);
  }

  private static Things.New typed(String type) {
    return new Things.New("bulb", type, Attributes.NONE, null);
  }

  private static Things.Change change(@Nullable Attributes attributes, OptionalLong expected) {
    return new Things.Change("bulb", null, false, attributes, expected);
  }

  private static Map<String, String> numbered(int count) {
    return IntStream.range(0, count)
        .boxed()
        .collect(java.util.stream.Collectors.toMap(i -> "a" + i, i -> "v" + i));
  }
}
