package io.kitproof.broker.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whole messages, byte for byte in the shape of captures of AWS. */
class CaptureTest {

  private final Client client = Client.classic();

  @Test
  void first_update_is_answered_as_in_the_capture() {
    List<String> messages =
        client.update("{\"state\":{\"reported\":{\"Color\":\"green\"}},\"clientToken\":\"2e07\"}");

    assertThat(messages)
        .containsExactly(
            "update/accepted {\"state\":{\"reported\":{\"Color\":\"green\"}},"
                + "\"metadata\":{\"reported\":{\"Color\":{\"timestamp\":1719853620}}},"
                + "\"version\":1,\"timestamp\":1719853620,\"clientToken\":\"2e07\"}",
            "update/documents {\"previous\":null,"
                + "\"current\":{\"state\":{\"reported\":{\"Color\":\"green\"}},"
                + "\"metadata\":{\"reported\":{\"Color\":{\"timestamp\":1719853620}}},"
                + "\"version\":1},\"timestamp\":1719853620,\"clientToken\":\"2e07\"}");
  }

  @Test
  void update_that_leaves_a_difference_sends_a_delta_and_the_documents_before_and_after() {
    client.update("{\"state\":{\"reported\":{\"Color\":\"green\"}}}");
    client.clock.set(1719855498);

    List<String> messages =
        client.update(
            "{\"state\": {\"desired\": {\"Color\": \"red\"}}, \"clientToken\": \"7973\"}\n");

    assertThat(messages)
        .containsExactly(
            "update/accepted {\"state\":{\"desired\":{\"Color\":\"red\"}},"
                + "\"metadata\":{\"desired\":{\"Color\":{\"timestamp\":1719855498}}},"
                + "\"version\":2,\"timestamp\":1719855498,\"clientToken\":\"7973\"}",
            "update/documents {\"previous\":{\"state\":{\"reported\":{\"Color\":\"green\"}},"
                + "\"metadata\":{\"reported\":{\"Color\":{\"timestamp\":1719853620}}},"
                + "\"version\":1},"
                + "\"current\":{\"state\":{\"desired\":{\"Color\":\"red\"},"
                + "\"reported\":{\"Color\":\"green\"}},"
                + "\"metadata\":{\"desired\":{\"Color\":{\"timestamp\":1719855498}},"
                + "\"reported\":{\"Color\":{\"timestamp\":1719853620}}},"
                + "\"version\":2},\"timestamp\":1719855498,\"clientToken\":\"7973\"}",
            "update/delta {\"version\":2,\"timestamp\":1719855498,"
                + "\"state\":{\"Color\":\"red\"},"
                + "\"metadata\":{\"Color\":{\"timestamp\":1719855498}},"
                + "\"clientToken\":\"7973\"}");
  }

  @Test
  void report_that_differs_sends_the_old_wish_again_with_its_old_time() {
    client.update("{\"state\":{\"desired\":{\"Status\":\"Good\"}}}");
    client.clock.set(1719853700);

    List<String> messages = client.update("{\"state\":{\"reported\":{\"Status\":\"Awful\"}}}");

    assertThat(messages.get(2))
        .isEqualTo(
            "update/delta {\"version\":2,\"timestamp\":1719853700,"
                + "\"state\":{\"Status\":\"Good\"},"
                + "\"metadata\":{\"Status\":{\"timestamp\":1719853620}}}");
  }

  @Test
  void get_shows_a_delta_in_the_state_and_none_in_the_metadata() {
    client.update(
        "{\"state\":{\"desired\":{\"Color\":\"red\"},\"reported\":{\"Color\":\"green\"}}}");
    client.clock.set(1719859789);

    List<String> messages = client.ask("get", "{\"clientToken\":\"7b9b\"}");

    assertThat(messages)
        .containsExactly(
            "get/accepted {\"state\":{\"desired\":{\"Color\":\"red\"},"
                + "\"reported\":{\"Color\":\"green\"},\"delta\":{\"Color\":\"red\"}},"
                + "\"metadata\":{\"desired\":{\"Color\":{\"timestamp\":1719853620}},"
                + "\"reported\":{\"Color\":{\"timestamp\":1719853620}}},"
                + "\"version\":1,\"timestamp\":1719859789,\"clientToken\":\"7b9b\"}");
  }

  @Test
  void get_of_a_shadow_in_sync_has_no_delta() {
    client.update("{\"state\":{\"desired\":{\"on\":true},\"reported\":{\"on\":true}}}");

    assertThat(client.ask("get", ""))
        .containsExactly(
            "get/accepted {\"state\":{\"desired\":{\"on\":true},\"reported\":{\"on\":true}},"
                + "\"metadata\":{\"desired\":{\"on\":{\"timestamp\":1719853620}},"
                + "\"reported\":{\"on\":{\"timestamp\":1719853620}}},"
                + "\"version\":1,\"timestamp\":1719853620}");
  }

  @Test
  void delete_is_answered_with_the_version_that_was_deleted() {
    client.update("{\"state\":{}}");
    client.clock.set(1719858420);

    assertThat(client.ask("delete", "{\"clientToken\":\"14e3\"}"))
        .containsExactly(
            "delete/accepted {\"version\":1,\"timestamp\":1719858420,\"clientToken\":\"14e3\"}");
  }

  @Test
  void refusal_has_no_timestamp() {
    assertThat(client.ask("get", ""))
        .containsExactly(
            "get/rejected {\"code\":404,\"message\":\"No shadow exists with name: 'lamp'\"}");
    assertThat(client.ask("delete", "{\"clientToken\":\"t\"}"))
        .containsExactly(
            "delete/rejected {\"code\":404,\"message\":\"No shadow exists with name: 'lamp'\","
                + "\"clientToken\":\"t\"}");
    assertThat(client.update("{\"clientToken\":\"myToken_1567755983878044160\"}"))
        .containsExactly(
            "update/rejected {\"code\":400,\"message\":\"Missing required node: state\","
                + "\"clientToken\":\"myToken_1567755983878044160\"}");
  }

  @Test
  void update_with_a_state_of_null_clears_the_shadow_and_has_a_time_for_metadata() {
    client.update("{\"state\":{\"desired\":{\"a\":1}}}");
    client.clock.set(1756452769);

    List<String> messages = client.update("{\"state\":null}");

    assertThat(messages)
        .containsExactly(
            "update/accepted {\"state\":null,\"metadata\":{\"timestamp\":1756452769},"
                + "\"version\":2,\"timestamp\":1756452769}",
            "update/documents {\"previous\":{\"state\":{\"desired\":{\"a\":1}},"
                + "\"metadata\":{\"desired\":{\"a\":{\"timestamp\":1719853620}}},\"version\":1},"
                + "\"current\":{\"state\":{},\"metadata\":{},\"version\":2},"
                + "\"timestamp\":1756452769}");
    assertThat(client.got())
        .isEqualTo("{\"state\":{},\"metadata\":{},\"version\":2,\"timestamp\":1756452769}");
  }

  @Test
  void named_shadow_has_topics_and_a_life_of_its_own() {
    Client named =
        new Client(io.kitproof.broker.store.Store.memory(), "$aws/things/lamp/shadow/name/$night/");

    assertThat(named.ask("get", ""))
        .containsExactly(
            "get/rejected {\"code\":404,"
                + "\"message\":\"No shadow exists with name: 'lamp~$night'\"}");
    assertThat(named.update("{\"state\":{}}"))
        .containsExactly(
            "update/accepted {\"state\":{},\"metadata\":{},\"version\":1,"
                + "\"timestamp\":1719853620}",
            "update/documents {\"previous\":null,"
                + "\"current\":{\"state\":{},\"metadata\":{},\"version\":1},"
                + "\"timestamp\":1719853620}");
  }

  @Test
  void message_of_stock_firmware_with_its_nul_at_the_end_is_taken() {
    List<String> messages =
        client.update("{ \"state\": {\"reported\": { \"status\": \"OFF\" } } }\0");

    assertThat(messages.get(0))
        .isEqualTo(
            "update/accepted {\"state\":{\"reported\":{\"status\":\"OFF\"}},"
                + "\"metadata\":{\"reported\":{\"status\":{\"timestamp\":1719853620}}},"
                + "\"version\":1,\"timestamp\":1719853620}");
    assertThat(messages).hasSize(2);
  }

  @Test
  void answers_are_published_at_qos_1_and_not_retained() {
    client.shadows.received(
        io.kitproof.broker.bus.Publication.of(
            "$aws/things/lamp/shadow/update", "{\"state\":{}}".getBytes(), 0),
        "kit",
        "cert");

    assertThat(client.post.all()).hasSize(2).allMatch(p -> p.qos() == 1 && !p.retain());
  }
}
