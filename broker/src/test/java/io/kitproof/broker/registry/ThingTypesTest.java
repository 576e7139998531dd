package io.kitproof.broker.registry;

import static io.kitproof.broker.registry.Registries.assertInvalid;
import static io.kitproof.broker.registry.Registries.assertNotFound;
import static io.kitproof.broker.registry.Registries.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ThingTypesTest {

  private final Registries.ManualClock clock = new Registries.ManualClock();
  private final Registry registry = Registries.at(Store.memory(), clock);
  private final ThingTypes types = registry.types();

  @Test
  void the_same_type_again_is_fine_and_another_of_its_name_is_not() {
    ThingType.Properties properties = new ThingType.Properties("A bulb", List.of("room"), null);
    ThingType first = types.create("Bulb", properties, Map.of());

    assertThat(types.create("Bulb", properties, Map.of())).isEqualTo(first);
    assertRefused(
        () -> types.create("Bulb", ThingType.Properties.NONE, Map.of()),
        "ResourceAlreadyExistsException",
        409,
        "Thing type Bulb already exists in account with different properties");
  }

  @Test
  void a_type_is_deleted_five_minutes_after_its_deprecation_and_not_before() {
    types.create("Bulb", ThingType.Properties.NONE, Map.of());

    assertInvalid(
        () -> types.delete("Bulb"), "Cannot delete thing type : Bulb. Please deprecate it first");
    types.deprecate("Bulb", false);
    clock.advance(Duration.ofSeconds(299));
    assertInvalid(
        () -> types.delete("Bulb"),
        "Cannot delete thing type : Bulb. Please wait for 5 minutes after deprecation and then"
            + " retry");
    clock.advance(Duration.ofSeconds(1));
    types.delete("Bulb");
    assertNotFound(() -> types.describe("Bulb"));
  }

  @Test
  void a_type_that_things_have_cannot_be_deleted() {
    types.create("Bulb", ThingType.Properties.NONE, Map.of());
    registry.things().create(new Things.New("bulb", "Bulb", Attributes.NONE, null));
    types.deprecate("Bulb", false);
    clock.advance(Duration.ofMinutes(5));

    assertInvalid(
        () -> types.delete("Bulb"),
        "Cannot delete thing type : Bulb when there are still things of this type");
  }

  @Test
  void deprecation_is_remembered_since_when_and_can_be_undone() {
    types.create("Bulb", ThingType.Properties.NONE, Map.of());
    types.deprecate("Bulb", false);
    var since = clock.instant();
    clock.advance(Duration.ofMinutes(1));

    types.deprecate("Bulb", false);
    assertThat(types.describe("Bulb").deprecated()).isEqualTo(since);
    types.deprecate("Bulb", true);
    assertThat(types.describe("Bulb").deprecated()).isNull();
  }

  @Test
  void an_update_changes_what_is_said_of_a_type_and_lists_find_it_by_name() {
    types.create("Bulb", ThingType.Properties.NONE, Map.of());
    types.create("Lamp", ThingType.Properties.NONE, Map.of());

    types.update("Bulb", new ThingType.Properties("bright", List.of(), null));

    assertThat(types.list(Optional.of("Bulb"), Paging.FIRST).items())
        .extracting(type -> type.properties().description())
        .containsExactly("bright");
    assertThat(types.list(Optional.empty(), Paging.FIRST).items()).hasSize(2);
  }

  @Test
  void more_than_three_searchable_attributes_are_refused() {
    assertInvalid(
        () ->
            types.create(
                "Bulb",
                new ThingType.Properties(null, List.of("a", "b", "c", "d"), null),
                Map.of()),
        "There are more than 3 searchable attributes.");
  }
}
