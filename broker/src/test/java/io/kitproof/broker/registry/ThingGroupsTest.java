package io.kitproof.broker.registry;

import static io.kitproof.broker.registry.Registries.assertInvalid;
import static io.kitproof.broker.registry.Registries.assertNotFound;
import static io.kitproof.broker.registry.Registries.assertRefused;
import static io.kitproof.broker.registry.Registries.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.registry.Memberships.Reference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ThingGroupsTest {

  private static final OptionalLong ANY = OptionalLong.empty();

  private final Registry registry = Registries.empty();
  private final ThingGroups groups = registry.groups();
  private final Memberships memberships = registry.memberships();

  @Test
  void the_same_group_again_is_fine_and_another_of_its_name_is_not() {
    ThingGroup first = groups.create(ThingGroups.New.named("lab"));

    assertThat(groups.create(ThingGroups.New.named("lab"))).isEqualTo(first);
    assertRefused(
        () -> groups.create(new ThingGroups.New("lab", null, "mine", Attributes.NONE, Map.of())),
        "ResourceAlreadyExistsException",
        409,
        "Thing Group lab already exists in current account with different properties");
  }

  @Test
  void a_group_knows_its_ancestors_from_the_root_down() {
    chain(3);

    assertThat(groups.ancestors(groups.describe("g3")))
        .extracting(ThingGroup::name)
        .containsExactly("g1", "g2");
    assertNotFound(() -> groups.create(child("x", "nobody")));
  }

  @Test
  void a_hierarchy_ends_at_seven_levels() {
    chain(7);

    assertInvalid(
        () -> groups.create(child("g8", "g7")),
        "A hierarchy of thing groups has at most 7 levels.");
  }

  @Test
  void an_update_counts_the_version_up_unless_another_is_expected() {
    groups.create(ThingGroups.New.named("lab"));

    long version =
        groups.update(new ThingGroups.Change("lab", "mine", attributes(Map.of("floor", "3")), ANY));

    assertThat(version).isEqualTo(2);
    assertThat(groups.describe("lab").attributes()).isEqualTo(Map.of("floor", "3"));
    assertRefused(
        () -> groups.update(new ThingGroups.Change("lab", null, null, OptionalLong.of(1))),
        "VersionConflictException",
        409,
        "The version for thing group lab does not match the expected version.");
  }

  @Test
  void a_group_with_children_cannot_be_deleted_and_one_that_is_unknown_may() {
    chain(2);

    assertInvalid(
        () -> groups.delete("g1", ANY),
        "Cannot delete thing group : g1 when there are still child groups attached to it");
    groups.delete("g2", ANY);
    groups.delete("g1", ANY);
    groups.delete("g1", ANY);
    assertNotFound(() -> groups.describe("g1"));
  }

  @Test
  void a_deleted_group_leaves_nothing_behind() {
    groups.create(ThingGroups.New.named("lab"));
    registry.policies().create("p", Registries.ALLOW_ALL, Map.of());
    registry.attachments().attach("p", groups.arn("lab"));
    thing("bulb");
    memberships.add(Reference.named("lab"), Reference.named("bulb"));

    groups.delete("lab", ANY);

    assertThat(memberships.groups("bulb", Paging.FIRST).items()).isEmpty();
    registry.policies().delete("p");
  }

  @Test
  void lists_are_filtered_by_parent_prefix_and_level() {
    chain(3);
    groups.create(ThingGroups.New.named("other"));

    assertThat(names(Optional.empty(), "", true)).containsExactly("g1", "g2", "g3", "other");
    assertThat(names(Optional.empty(), "", false)).containsExactly("g1", "other");
    assertThat(names(Optional.of("g1"), "", true)).containsExactly("g2", "g3");
    assertThat(names(Optional.of("g1"), "", false)).containsExactly("g2");
    assertThat(names(Optional.empty(), "o", true)).containsExactly("other");
    assertNotFound(() -> names(Optional.of("nobody"), "", true));
  }

  @Test
  void things_come_into_groups_by_name_or_arn_and_leave_them() {
    chain(2);
    thing("bulb");

    memberships.add(new Reference(null, groups.arn("g2")), Reference.named("bulb"));
    memberships.add(Reference.named("g2"), Reference.named("bulb"));

    assertThat(memberships.things("g2", false, Paging.FIRST).items()).containsExactly("bulb");
    assertThat(memberships.things("g1", false, Paging.FIRST).items()).isEmpty();
    assertThat(memberships.things("g1", true, Paging.FIRST).items()).containsExactly("bulb");
    memberships.remove(Reference.named("g2"), new Reference("bulb", registry.things().arn("bulb")));
    memberships.remove(Reference.named("g2"), Reference.named("bulb"));
    assertThat(memberships.groups("bulb", Paging.FIRST).items()).isEmpty();
  }

  @Test
  void a_thing_is_in_at_most_ten_groups() {
    thing("bulb");
    List<String> ten = IntStream.range(0, 10).mapToObj(i -> "n" + i).toList();
    ten.forEach(name -> groups.create(ThingGroups.New.named(name)));
    groups.create(ThingGroups.New.named("eleventh"));
    memberships.update("bulb", ten, List.of());
    String message = "A thing can be in at most 10 thing groups.";

    assertInvalid(
        () -> memberships.add(Reference.named("eleventh"), Reference.named("bulb")), message);
    assertInvalid(() -> memberships.update("bulb", List.of("eleventh"), List.of()), message);
    memberships.update("bulb", List.of("eleventh"), List.of("n3"));
    assertThat(memberships.groups("bulb", Paging.FIRST).items())
        .hasSize(10)
        .contains("eleventh")
        .doesNotContain("n3");
  }

  @Test
  void references_that_name_nothing_or_two_things_are_refused() {
    chain(1);
    thing("bulb");

    assertInvalid(
        () -> memberships.add(new Reference(null, null), Reference.named("bulb")),
        "Both thingGroupArn and thingGroupName are empty. Need to specify at least one of them");
    assertInvalid(
        () ->
            memberships.add(
                Reference.named("g1"), new Reference("bulb", registry.things().arn("lamp"))),
        "thingName thingArn does not match specified thingName in request");
    assertNotFound(() -> memberships.add(Reference.named("g1"), Reference.named("lamp")));
    assertNotFound(() -> memberships.groups("lamp", Paging.FIRST));
  }

  private void thing(String name) {
    assertThat(registry.things().create(Things.New.named(name)).name()).isEqualTo(name);
  }

  private void chain(int depth) {
    for (int i = 1; i <= depth; i++) {
      assertThat(groups.create(child("g" + i, i == 1 ? null : "g" + (i - 1))).version()).isOne();
    }
  }

  private static ThingGroups.New child(String name, @Nullable String parent) {
    return new ThingGroups.New(name, parent, null, Attributes.NONE, Map.of());
  }

  private List<String> names(Optional<String> parent, String prefix, boolean recursive) {
    return groups
        .list(new ThingGroups.Filter(parent, Optional.of(prefix), recursive), Paging.FIRST)
        .items()
        .stream()
        .map(ThingGroup::name)
        .toList();
  }
}
