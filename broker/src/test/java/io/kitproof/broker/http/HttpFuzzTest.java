package io.kitproof.broker.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.Fuzz;
import io.kitproof.broker.Mutant;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Random and mutated requests at both doors: each ends, and no answer is the server's fault. */
class HttpFuzzTest {

  private static final int ROUNDS = 5;
  private static final int AT_ONCE = 40;
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3}) ");

  private final Site site =
      new Site(new HttpLimits(4096, 65_536, 2000, 8, 1024, SHORT, SHORT, SHORT, SHORT))
          .with("GET", "/things/{thingName}", HttpFuzzTest::echo)
          .with("POST", "/topics/{topic}", HttpFuzzTest::echo)
          .with("GET", "/things", HttpFuzzTest::echo);

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void whatever_comes_ends_and_is_nobodys_fault_but_the_clients() {
    Fuzz.play(
        ROUNDS,
        random -> {
          List<Telephone> phones = new ArrayList<>();
          try {
            for (int i = 0; i < AT_ONCE; i++) {
              phones.add(calls(random));
            }
            for (Telephone phone : phones) {
              assertThat(statuses(phone.untilClosed())).noneMatch(status -> status >= 500);
            }
          } finally {
            for (Telephone phone : phones) {
              phone.close();
            }
          }
          assertThat(site.signed("GET", site.api("/things"), "").statusCode()).isEqualTo(200);
        });
  }

  private Telephone calls(Random random) throws Exception {
    Mutant mutant = new Mutant(random);
    InetSocketAddress door = random.nextInt(8) == 0 ? site.doors.https() : site.doors.api();
    Telephone phone = Telephone.plain(door);
    byte[] said = random.nextInt(10) == 0 ? mutant.noise(300) : letters(random, mutant);
    try {
      phone.say(said);
    } catch (java.net.SocketException e) {
      assertThat(e).hasMessageMatching("Broken pipe|Connection reset.*");
    }
    return phone;
  }

  private byte[] letters(Random random, Mutant mutant) {
    StringBuilder letters = new StringBuilder();
    for (int i = random.nextInt(3); i >= 0; i--) {
      String body = mutant.any("", "{\"a\":[1,2]}", "x".repeat(500));
      String letter =
          Site.CONTROL.letter(
              mutant.any("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH"),
              site.api(mutant.any("/things", "/things/kit?a=b", "/topics/a%2Fb?qos=1", "/x", "/")),
              body);
      letters.append(mutant.of(mutant.any(letter, unsigned(mutant, body), chunked())));
    }
    return letters.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String unsigned(Mutant mutant, String body) {
    return mutant.any("GET", "POST")
        + " /things/kit HTTP/1.1\r\nHost: localhost\r\n"
        + mutant.any(
            "",
            "Authorization: AWS4-HMAC-SHA256 Credential=a/b/c/d/e\r\n",
            "Upgrade: websocket\r\n")
        + mutant.any(
            "", "Expect: 100-continue\r\n", "Connection: close\r\n", "Connection: Upgrade\r\n")
        + "Content-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private static String chunked() {
    return "POST /topics/a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
        + "5\r\nhello\r\n3;x=y\r\nyou\r\n0\r\nTrailer: x\r\n\r\n";
  }

  private static List<Integer> statuses(String heard) {
    List<Integer> statuses = new ArrayList<>();
    Matcher matcher = STATUS.matcher(heard);
    while (matcher.find()) {
      statuses.add(Integer.valueOf(matcher.group(1)));
    }
    return statuses;
  }

  private static Answer echo(Request request) {
    return Answer.document(
        (request.method() + " " + request.path()).getBytes(StandardCharsets.UTF_8));
  }
}
