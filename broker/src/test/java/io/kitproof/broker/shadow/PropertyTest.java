package io.kitproof.broker.shadow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kitproof.broker.store.Store;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every series of updates, whatever is in them; a seed makes a series. */
class PropertyTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int UPDATES = 300;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void documents_agree_with_each_other_and_with_a_simple_model(long seed) throws Exception {
    Documents documents = new Documents(seed);
    Client client = Client.classic();
    ObjectNode model = JSON.createObjectNode();

    for (int version = 1; version <= UPDATES; version++) {
      String request = documents.request();
      var messages = client.update(request);
      JsonNode accepted = body(messages.get(0));
      JsonNode change = body(messages.get(1));
      JsonNode current = change.get("current");
      model = Model.merged(model, JSON.readTree(request).get("state"));

      assertThat(accepted.get("state")).isEqualTo(JSON.readTree(request).get("state"));
      assertThat(accepted.get("version").asInt()).isEqualTo(version);
      assertThat(current.get("version").asInt()).isEqualTo(version);
      assertThat(current.get("state")).isEqualTo(model);
      assertThat(current.get("metadata")).isEqualTo(Model.metadata(model, current.get("metadata")));
      assertThat(change.get("previous").path("version").asInt()).isEqualTo(version - 1);
      JsonNode delta = Model.delta(model.path("desired"), model.path("reported"));
      assertThat(messages).hasSize(delta.isEmpty() ? 2 : 3);
      if (!delta.isEmpty()) {
        assertThat(body(messages.get(2)).get("state")).isEqualTo(delta);
      }
      client.clock.pass(java.time.Duration.ofSeconds(1));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void previous_of_each_update_is_current_of_the_one_before(long seed) throws Exception {
    Documents documents = new Documents(seed);
    Client client = Client.classic();
    String last = "null";

    for (int i = 0; i < UPDATES; i++) {
      String message = client.update(documents.request()).get(1);

      assertThat(message).startsWith("update/documents {\"previous\":" + last + ",\"current\":");
      int begin = message.indexOf(",\"current\":", 28 + last.length()) + ",\"current\":".length();
      last = message.substring(begin, message.lastIndexOf(",\"timestamp\":"));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23})
  void nothing_is_left_to_do_when_a_kit_reports_all_that_is_desired(long seed) throws Exception {
    Documents documents = new Documents(seed);

    for (int i = 0; i < UPDATES; i++) {
      Client client = Client.classic();
      client.update(documents.request());
      client.update("{\"state\":{\"reported\":null}}");
      JsonNode state = JSON.readTree(client.state());

      assertThat(state.path("delta")).isEqualTo(state.path("desired"));
      client.update("{\"state\":{\"reported\":" + state.path("desired").toPrettyString() + "}}");
      assertThat(JSON.readTree(client.state()).path("delta").isMissingNode()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33})
  void same_requests_give_the_same_bytes_however_often_the_service_starts_anew(long seed) {
    Documents documents = new Documents(seed);
    Store store = Store.memory();
    Client steady = Client.classic();

    for (int i = 0; i < UPDATES; i++) {
      byte[] request = documents.request().getBytes(UTF_8);
      Client anew = new Client(store, "$aws/things/lamp/shadow/");

      byte[] expected = steady.shadows.update("lamp", Optional.empty(), request);
      byte[] answer = anew.shadows.update("lamp", Optional.empty(), request);

      assertThat(answer).isEqualTo(expected);
      assertThat(anew.post.take()).isEqualTo(steady.post.take());
      assertThat(anew.got()).isEqualTo(steady.got());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {41, 42, 43})
  void damaged_requests_are_answered_and_leave_a_shadow_that_can_be_read(long seed)
      throws Exception {
    Documents documents = new Documents(seed);
    java.util.Random random = new java.util.Random(seed);
    Client client = Client.classic();
    client.update("{\"state\":{}}");

    for (int i = 0; i < 2000; i++) {
      byte[] request = documents.request().getBytes(UTF_8);
      for (int damage = random.nextInt(3); damage >= 0; damage--) {
        request[random.nextInt(request.length)] = (byte) random.nextInt(256);
      }
      byte[] cut = Arrays.copyOf(request, 1 + random.nextInt(request.length));
      client.shadows.received(
          io.kitproof.broker.bus.Publication.of(
              "$aws/things/lamp/shadow/update", random.nextBoolean() ? request : cut, 0),
          "kit",
          "cert");

      assertThat(client.post.take().get(0))
          .matches("(?s)\\S+/update/(accepted \\{\"state\":|rejected \\{\"code\":4\\d\\d,).*");
      assertThat(JSON.readTree(client.got()).get("state").isObject()).isTrue();
    }
  }

  private static JsonNode body(String message) throws Exception {
    return JSON.readTree(message.substring(message.indexOf(' ') + 1));
  }
}
