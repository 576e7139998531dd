package io.kitproof.broker.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.Clouds;
import io.kitproof.broker.Recorder;
import io.kitproof.broker.core.BrokerCore;
import io.kitproof.broker.gateway.DeviceGateway;
import io.kitproof.broker.gateway.OpenHouse;
import io.kitproof.broker.http.data.DataPlane;
import io.kitproof.broker.http.sign.Signable;
import io.kitproof.broker.http.sign.Signatures;
import io.kitproof.broker.shadow.Shadows;
import io.kitproof.broker.store.Store;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nonsense from a seeded source: every request gets an answer that is no 500, or an end. */
class FuzzTest {

  private static final List<String> PIECES =
      List.of(
          "/",
          "//",
          "%",
          "%2F",
          "%00",
          "%zz",
          "..",
          "?",
          "&",
          "=",
          "+",
          "#",
          "$aws",
          "\u00e4",
          "a",
          "things",
          "shadow",
          "topics",
          "connections",
          "subscriptions",
          "retainedMessage",
          "api",
          "ListNamedShadowsForThing",
          "name=",
          "qos=",
          "retain=true",
          "pageSize=",
          "nextToken=",
          "maxResults=",
          "-1",
          "99999999999999999999",
          "X-Amz-Algorithm=AWS4-HMAC-SHA256",
          "X-Amz-Credential=a/b/c/d/e",
          "X-Amz-Date=20150830T123600Z",
          "X-Amz-SignedHeaders=host",
          "X-Amz-Signature=0",
          "X-Amz-Expires=1",
          "{\"state\":",
          "{}",
          "[",
          "\"",
          "null",
          "\u0000");

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void mutated_letters_are_answered_or_cut_off_and_others_are_served(long seed) throws Exception {
    Random random = new Random(seed);
    Duration patience = Duration.ofSeconds(3);
    Duration idle = Duration.ofMillis(50);
    HttpLimits limits =
        new HttpLimits(16_384, 262_144, 2000, 8, 1024, patience, patience, patience, idle);
    try (Site site = new Site(limits)) {
      site.with("POST", "/things/{thingName}", request -> Answer.json(request.query()));
      String letter = Site.CONTROL.letter("POST", site.api("/things/a?b=c"), "{\"d\":\"e\"}");
      Map<Telephone, String> said = new LinkedHashMap<>();
      for (int i = 0; i < 200; i++) {
        String mutated = mutated(letter, random);
        said.put(Telephone.plain(site.doors.api()).say(mutated), mutated);
      }

      for (Map.Entry<Telephone, String> each : said.entrySet()) {
        try (Telephone phone = each.getKey()) {
          assertThat(phone.untilClosed()).as(each.getValue()).doesNotContain("HTTP/1.1 5");
        }
      }
      assertThat(site.signed("POST", site.api("/things/a?b=c"), "").body())
          .isEqualTo("{\"b\":\"c\"}");
    }
  }

  @Test
  void data_plane_has_an_answer_to_every_request() {
    Random random = new Random(7);
    Store store = Store.memory();
    try (DeviceGateway gateway =
        DeviceGateway.build(
            Clouds.AUTHORITY.server("us-east-1"),
            new OpenHouse(),
            new Recorder(),
            store,
            BrokerCore::moquette)) {
      Shadows shadows = Shadows.open(store, gateway, Clock.systemUTC());
      Signatures none = new Signatures(List.of(), "us-east-1", List.of("iot"), Clock.systemUTC());
      Routes routes = DataPlane.routes(shadows, gateway, store, (p, action, arn) -> true, "arn:");
      WebService service = WebService.data(routes, none, principal -> true);
      for (int i = 0; i < 20_000; i++) {
        Signable request = request(random);

        Answer answer = service.answer("id", request, new Peer("cafe", true));

        assertThat(answer.status()).as(request.toString()).isLessThan(500);
      }
    }
  }

  private static Signable request(Random random) {
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    for (String name :
        List.of(
            "Authorization",
            "x-amz-mqtt5-user-properties",
            "x-amz-mqtt5-correlation-data",
            "x-amz-mqtt5-payload-format-indicator")) {
      if (random.nextInt(4) == 0) {
        headers.add(Map.entry(name, pieces(random, 4)));
      }
    }
    String start = List.of("/things/", "/topics/", "/connections/", "/", "").get(random.nextInt(5));
    return new Signable(
        List.of("GET", "POST", "DELETE", "PUT", "HEAD").get(random.nextInt(5)),
        start + pieces(random, 6),
        pieces(random, 6),
        headers,
        pieces(random, 8).getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String pieces(Random random, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private static String mutated(String letter, Random random) {
    StringBuilder text = new StringBuilder(letter);
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(4)) {
        case 0 -> text.setCharAt(at, (char) random.nextInt(256));
        case 1 -> text.insert(at, pieces(random, 4));
        case 2 -> text.delete(at, Math.min(text.length(), at + random.nextInt(40)));
        default -> text.setLength(at + 1);
      }
    }
    return text.toString();
  }
}
