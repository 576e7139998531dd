package io.kitproof.broker.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.store.Store;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class VersionTest {

  private static final String CONFLICT =
      "update/rejected {\"code\":409,\"message\":\"Version conflict\"}";

  private final Store store = Store.memory();
  private final Client client = new Client(store, "$aws/things/lamp/shadow/");

  @Test
  void version_begins_with_1_and_counts_every_update_even_one_that_changes_nothing() {
    assertThat(version()).isEqualTo(1);
    assertThat(version()).isEqualTo(2);
    client.update("{\"state\":3}");
    assertThat(version()).isEqualTo(3);
  }

  @Test
  void update_with_the_current_version_is_taken_and_with_another_is_a_conflict() {
    client.update("{\"state\":{}}");

    assertThat(client.update("{\"state\":{},\"version\":2}")).containsExactly(CONFLICT);
    assertThat(client.update("{\"state\":{},\"version\":0}")).containsExactly(CONFLICT);
    assertThat(client.update("{\"state\":{},\"version\":1}")).hasSize(2);
    assertThat(client.update("{\"state\":{},\"version\":1}")).containsExactly(CONFLICT);
  }

  @Test
  void shadow_that_was_never_there_is_made_with_version_0_or_1() {
    assertThat(client.update("{\"state\":{},\"version\":2}")).containsExactly(CONFLICT);
    assertThat(client.update("{\"state\":{},\"version\":0}")).hasSize(2);
    client.update("{\"state\":{}}");
    Client other = Client.classic();
    assertThat(other.update("{\"state\":{},\"version\":1}")).hasSize(2);
  }

  @Test
  void deleted_shadow_comes_back_with_a_higher_version_for_48_hours() {
    client.update("{\"state\":{}}");
    client.update("{\"state\":{}}");
    client.ask("delete", "");

    client.clock.pass(Duration.ofHours(48).minusSeconds(1));

    assertThat(client.update("{\"state\":{},\"version\":2}")).containsExactly(CONFLICT);
    assertThat(version()).isEqualTo(4);
    client.ask("delete", "");
    assertThat(version()).isEqualTo(6);
  }

  @Test
  void version_begins_again_48_hours_after_the_deletion() {
    client.update("{\"state\":{}}");
    client.ask("delete", "");

    client.clock.pass(Duration.ofHours(48));

    assertThat(version()).isEqualTo(1);
  }

  @Test
  void versions_of_deleted_shadows_do_not_pile_up() {
    for (int i = 0; i < 100; i++) {
      for (String operation : new String[] {"update", "delete"}) {
        client.shadows.received(
            io.kitproof.broker.bus.Publication.of(
                "$aws/things/t" + i + "/shadow/" + operation, "{\"state\":{}}".getBytes(), 0),
            "kit",
            "cert");
      }
      client.clock.pass(Duration.ofHours(24));
    }

    assertThat(store.table("shadows.deleted").size()).isEqualTo(2);
    assertThat(store.table("shadows.deletions").size()).isEqualTo(2);
    assertThat(store.table("shadows").size()).isZero();
  }

  @Test
  void nothing_is_remembered_of_a_deletion_once_the_shadow_is_back() {
    client.update("{\"state\":{}}");
    client.ask("delete", "");
    client.update("{\"state\":{}}");

    assertThat(store.table("shadows.deleted").size()).isZero();
    assertThat(store.table("shadows.deletions").size()).isZero();
  }

  /** Of the shadow after one more update. */
  private int version() {
    String accepted = client.update("{\"state\":{}}").get(0);
    return Integer.parseInt(accepted.replaceFirst(".*\"version\":(\\d+),.*", "$1"));
  }
}
