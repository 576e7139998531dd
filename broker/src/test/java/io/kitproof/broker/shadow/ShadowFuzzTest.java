package io.kitproof.broker.shadow;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kitproof.broker.Fuzz;
import io.kitproof.broker.Mutant;
import io.kitproof.broker.bus.Publication;
import io.kitproof.broker.fault.AwsFault;
import io.kitproof.broker.store.Store;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShadowFuzzTest {

  private static final int ROUNDS = 5000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String[] SEEDS = {
    "{\"state\":{\"desired\":{\"light\":\"on\",\"a\":{\"b\":[1,{\"c\":2.5}]}},\"reported\":{\"light\":\"off\"}},"
        + "\"clientToken\":\"t-1\",\"version\":3}",
    "{\"state\":{\"reported\":{\"x\":null,\"deep\":{\"one\":{\"two\":{\"three\":{\"four\":{}}}}}}}}",
    "{\"state\":{\"desired\":null},\"clientToken\":\"\u00fc\"}",
    "{\"state\":null}",
    "{\"clientToken\":\"t-2\"}",
    ""
  };

  private final List<Publication> news = new ArrayList<>();
  private final Shadows shadows = Shadows.open(Store.memory(), news::add, Clock.systemUTC());

  @Test
  void every_request_has_one_answer_and_none_is_the_services_fault() {
    Fuzz.play(
        ROUNDS,
        random -> {
          Mutant mutant = new Mutant(random);
          byte[] body = bytes(random, mutant);
          String prefix = "$aws/things/kit" + mutant.any("/shadow/", "/shadow/name/n/");
          String topic = prefix + mutant.any("get", "update", "update", "update", "delete");

          news.clear();
          shadows.received(Publication.of(topic, body, 1), "client", "principal");
          checkAnswer(topic, body);
          checkHttp(mutant, body);
        });
  }

  private void checkAnswer(String topic, byte[] body) throws IOException {
    List<Publication> answers =
        news.stream()
            .filter(n -> List.of(topic + "/accepted", topic + "/rejected").contains(n.topic()))
            .toList();
    assertThat(answers).as("%s %s", topic, new String(body, UTF_8)).hasSize(1);
    for (Publication each : news) {
      JsonNode json = JSON.readTree(each.payload());
      assertThat(json.isObject()).isTrue();
      if (each.topic().endsWith("rejected")) {
        assertThat(json.get("code").asInt()).isIn(400, 404, 409, 413, 415);
        assertThat(json.get("message").asText()).isNotEmpty();
      }
    }
  }

  private void checkHttp(Mutant mutant, byte[] body) throws IOException {
    String thing = mutant.any("kit", "kit", mutant.of("kit"));
    Optional<String> name = mutant.any(Optional.empty(), Optional.of(mutant.of("n")));
    try {
      byte[] answer =
          switch (mutant.any(0, 1, 1, 1, 2)) {
            case 0 -> shadows.get(thing, name);
            case 1 -> shadows.update(thing, name, body);
            default -> shadows.delete(thing, name);
          };
      assertThat(JSON.readTree(answer).isObject()).isTrue();
    } catch (AwsFault fault) {
      assertThat(fault.status()).isBetween(400, 499);
    }
  }

  private static byte[] bytes(Random random, Mutant mutant) {
    String seed = mutant.any(SEEDS);
    return switch (random.nextInt(10)) {
      case 0 -> mutant.noise(100);
      case 1 -> (mutant.of(seed) + "\0").getBytes(UTF_8);
      case 2 -> mutant.of(seed).getBytes(ISO_8859_1);
      case 3 -> mutant.of(seed.replace("1", "\"" + "x".repeat(9000) + "\"")).getBytes(UTF_8);
      default -> mutant.of(seed).getBytes(UTF_8);
    };
  }
}
