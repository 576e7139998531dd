package io.kitproof.broker.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What clients get that are slow, greedy or make no sense, and that others are served meanwhile.
 */
class TroubleTest {

  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final int LONGEST = 256 * 1024;

  private final Site site = site(limits(LONG, LONG, LONG, 8, 1024, 2000));
  private final CountDownLatch released = new CountDownLatch(1);

  @AfterEach
  void close() {
    released.countDown();
    site.close();
  }

  @Test
  void requests_sent_ahead_are_answered_in_their_order() throws Exception {
    site.with("GET", "/slow", this::slow);
    try (Telephone phone = Telephone.plain(site.doors.api())) {
      phone.say(
          letter("GET", "/slow", "") + letter("GET", "/said", "") + letter("POST", "/said", "b"));

      try (Telephone other = Telephone.plain(site.doors.api())) {
        assertThat(other.say(letter("POST", "/said", "meanwhile")).until("POST meanwhile"))
            .contains("200 OK");
      }
      released.countDown();

      assertThat(phone.until("POST b")).containsSubsequence("200 OK", "slow", "GET ", "POST b");
    }
  }

  @Test
  void hundred_requests_sent_ahead_are_answered_each() throws Exception {
    String one = letter("POST", "/said", "x");
    try (Telephone phone = Telephone.plain(site.doors.api())) {
      phone.say(one.repeat(100) + letter("POST", "/said", "last"));

      assertThat(phone.until("POST last").split("POST x", -1)).hasSize(101);
    }
  }

  @Test
  void head_has_no_body_and_the_connection_goes_on() throws Exception {
    try (Telephone phone = Telephone.plain(site.doors.api())) {
      phone.say(letter("HEAD", "/said", "") + letter("POST", "/said", "x"));

      assertThat(phone.until("POST x"))
          .startsWith("HTTP/1.1 405 Method Not Allowed\r\n")
          .contains("content-length: 32\r\n")
          .doesNotContain("\"Method Not Allowed\"");
    }
  }

  @Test
  void client_of_http_1_0_is_served_and_closed() throws Exception {
    try (Telephone phone = Telephone.plain(site.doors.api())) {
      phone.say(letter("POST", "/said", "x").replace("HTTP/1.1", "HTTP/1.0"));

      assertThat(phone.untilClosed()).startsWith("HTTP/1.1 200 OK\r\n").endsWith("POST x");
    }
  }

  @Test
  void client_that_asks_first_is_told_to_go_on() throws Exception {
    String letter = letter("POST", "/said", "body", "Expect: 100-continue");
    int end = letter.indexOf("\r\n\r\n") + 4;
    try (Telephone phone = Telephone.plain(site.doors.api())) {
      assertThat(phone.say(letter.substring(0, end)).until("\r\n\r\n"))
          .startsWith("HTTP/1.1 100 Continue\r\n");
      assertThat(phone.say(letter.substring(end)).until("POST body")).startsWith("HTTP/1.1 200 OK");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Expect: 100-continue\r\n"})
  void body_of_a_hundred_megabytes_is_refused_by_its_length(String expect) throws Exception {
    try (Telephone phone = Telephone.plain(site.doors.api())) {
      phone.say(
          "POST /said HTTP/1.1\r\nHost: a\r\n" + expect + "Content-Length: 104857600\r\n\r\n");

      assertThat(phone.untilClosed())
          .startsWith("HTTP/1.1 413 Request Entity Too Large\r\n")
          .contains("x-amzn-ErrorType: RequestEntityTooLargeException:\r\n")
          .contains("connection: close\r\n")
          .endsWith("{\"message\":\"The payload exceeds the maximum size allowed\"}");
    }
  }

  @Test
  void body_of_unknown_length_is_cut_off_once_it_is_too_long() throws Exception {
    byte[] chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    long sent = 0;
    try (Telephone phone = Telephone.plain(site.doors.api())) {
      phone.say("POST /said HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
      try {
        while (sent < 104_857_600) {
          phone.say(chunk);
          sent += chunk.length;
        }
      } catch (SocketException e) {
        assertThat(e).hasMessageMatching("Broken pipe|Connection reset.*");
      }

      assertThat(sent).isLessThan(20_000_000);
      assertThat(phone.untilClosed()).startsWith("HTTP/1.1 413 Request Entity Too Large\r\n");
    }
  }

  @Test
  void body_as_long_as_allowed_is_taken() throws Exception {
    String body = "x".repeat(LONGEST);

    assertThat(site.signed("POST", site.api("/said"), body).body()).isEqualTo("POST " + body);
  }

  @Test
  void head_that_is_too_long_is_refused() throws Exception {
    try (Telephone line = Telephone.plain(site.doors.api());
        Telephone header = Telephone.plain(site.doors.api())) {
      line.say("GET /" + "a".repeat(20_000));
      header.say("GET / HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(20_000));

      String refusal = "{\"message\":\"The head of the request is too long\"}";
      assertThat(line.untilClosed()).startsWith("HTTP/1.1 400 Bad Request\r\n").endsWith(refusal);
      assertThat(header.untilClosed()).startsWith("HTTP/1.1 400 Bad Request\r\n").endsWith(refusal);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000\u0001\u0002\u0003\u0004\u0005\r\n\r\n",
        "GET / HTTP/1.1\r\nno colon\r\n\r\n",
        "GET / HTTP/1.1\r\nContent-Length: -5\r\n\r\n",
        "GET / HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n",
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
      })
  void what_is_no_http_is_refused_and_closed(String garbage) throws Exception {
    try (Telephone phone = Telephone.plain(site.doors.api())) {
      assertThat(phone.say(garbage).untilClosed())
          .startsWith("HTTP/1.1 400 Bad Request\r\n")
          .contains("x-amzn-ErrorType: InvalidRequestException:\r\n")
          .endsWith("{\"message\":\"The request is no HTTP\"}");
    }
  }

  @Test
  void what_is_no_tls_is_cut_off() throws Exception {
    try (Telephone phone = Telephone.plain(site.doors.https())) {
      assertThat(phone.say("GET / HTTP/1.1\r\nHost: a\r\n\r\n").untilClosed()).hasSizeLessThan(10);
    }
  }

  @Test
  void broken_record_in_the_middle_of_tls_is_cut_off() throws Exception {
    try (Telephone phone = Telephone.plain(site.doors.api())) {
      assertThat(phone.say("\u0016\u0003\u0001\u0000\u0005hello").untilClosed())
          .hasSizeLessThan(10);
    }
  }

  @Test
  void slow_head_is_cut_off_though_bytes_keep_coming() throws Exception {
    try (Site hasty = site(limits(SHORT, LONG, LONG, 8, 1024, 2000));
        Telephone phone = Telephone.plain(hasty.doors.api())) {
      assertThat(drips(phone, "GET / HTTP/1.1\r\nX: " + "a".repeat(2000))).isTrue();
    }
  }

  @Test
  void client_that_says_nothing_is_cut_off_on_both_doors() throws Exception {
    HttpLimits limits = limits(SHORT, LONG, LONG, 8, 1024, 2000);
    try (Site hasty = site(limits);
        Telephone plain = Telephone.plain(hasty.doors.api());
        Telephone tls = Telephone.plain(hasty.doors.https())) {
      assertThat(plain.untilClosed()).isEmpty();
      assertThat(tls.untilClosed()).isEmpty();
    }
  }

  @Test
  void slow_body_is_cut_off_though_bytes_keep_coming() throws Exception {
    try (Site hasty = site(limits(LONG, SHORT, LONG, 8, 1024, 2000));
        Telephone phone = Telephone.plain(hasty.doors.api())) {
      assertThat(
              drips(
                  phone,
                  "POST /said HTTP/1.1\r\nHost: a\r\nContent-Length: 9999\r\n\r\n"
                      + "a".repeat(2000)))
          .isTrue();
    }
  }

  @Test
  void idle_connection_is_closed_after_its_answer() throws Exception {
    try (Site hasty = site(limits(LONG, LONG, SHORT, 8, 1024, 2000));
        Telephone phone = Telephone.plain(hasty.doors.api())) {
      phone.say(Site.CONTROL.letter("POST", hasty.api("/said"), "x"));

      assertThat(phone.untilClosed()).startsWith("HTTP/1.1 200 OK\r\n").endsWith("POST x");
    }
  }

  @Test
  void operation_may_take_longer_than_any_limit_of_the_client() throws Exception {
    HttpLimits limits = limits(SHORT, SHORT, SHORT, 8, 1024, 2000);
    try (Site hasty = site(limits).with("GET", "/slow", this::slow);
        Telephone silent = Telephone.plain(hasty.doors.api());
        Telephone phone = Telephone.plain(hasty.doors.api())) {
      phone.say(Site.CONTROL.letter("GET", hasty.api("/slow"), ""));

      assertThat(silent.untilClosed()).isEmpty();
      released.countDown();

      assertThat(phone.until("slow")).startsWith("HTTP/1.1 200 OK\r\n");
    }
  }

  @Test
  void connection_above_the_limit_is_closed_until_another_one_ends() throws Exception {
    try (Site small = site(limits(LONG, LONG, LONG, 8, 1024, 2))) {
      String letter = Site.CONTROL.letter("POST", small.api("/said"), "x");
      try (Telephone first = Telephone.plain(small.doors.api());
          Telephone second = Telephone.plain(small.doors.api())) {
        assertThat(first.say(letter).until("POST x")).contains("200 OK");
        assertThat(second.say(letter).until("POST x")).contains("200 OK");
        try (Telephone third = Telephone.plain(small.doors.api())) {
          assertThat(third.untilClosed()).isEmpty();
        }
        assertThat(first.say(letter.replace("Host", "Connection: close\r\nHost")).untilClosed())
            .contains("200 OK");
        try (Telephone fourth = Telephone.plain(small.doors.api())) {
          assertThat(fourth.say(letter).until("POST x")).contains("200 OK");
        }
      }
    }
  }

  @Test
  void more_work_than_fits_the_queue_is_refused_at_once() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    try (Site small = site(limits(LONG, LONG, LONG, 1, 1, 2000))) {
      small.with(
          "GET",
          "/slow",
          request -> {
            started.countDown();
            return slow(request);
          });
      String letter = Site.CONTROL.letter("GET", small.api("/slow"), "");
      try (Telephone working = Telephone.plain(small.doors.api());
          Telephone waiting = Telephone.plain(small.doors.api());
          Telephone nonsense = Telephone.plain(small.doors.api());
          Telephone third = Telephone.plain(small.doors.api())) {
        working.say(letter);
        assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
        waiting.say(letter);
        // One loop reads what all say: once it answers this, the other is in the queue.
        assertThat(nonsense.say("nonsense\r\n\r\n").until("}")).contains("400 Bad Request");

        assertThat(third.say(letter).until("}"))
            .startsWith("HTTP/1.1 503 Service Unavailable\r\n")
            .contains("x-amzn-ErrorType: ServiceUnavailableException:\r\n");
        released.countDown();
        assertThat(working.until("slow")).contains("200 OK");
      }
    }
  }

  private Answer slow(Request request) {
    try {
      assertThat(released.await(20, TimeUnit.SECONDS)).isTrue();
      return Answer.document("slow".getBytes(StandardCharsets.US_ASCII));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Says it byte by byte, and tells whether the other end had enough before the end of it. */
  private static boolean drips(Telephone phone, String text) throws IOException {
    for (char c : text.toCharArray()) {
      if (phone.closes(Duration.ofMillis(2))) {
        return true;
      }
      phone.say(String.valueOf(c));
    }
    return false;
  }

  private String letter(String method, String target, String body, String... headers) {
    return Site.CONTROL.letter(method, site.api(target), body, headers);
  }

  private static Site site(HttpLimits limits) {
    Operation said =
        request -> {
          String body = new String(request.body(), StandardCharsets.UTF_8);
          return Answer.document((request.method() + " " + body).getBytes(StandardCharsets.UTF_8));
        };
    return new Site(limits).with("GET", "/said", said).with("POST", "/said", said);
  }

  private static HttpLimits limits(
      Duration head, Duration body, Duration idle, int workers, int queue, int connections) {
    return new HttpLimits(16 * 1024, LONGEST, connections, workers, queue, head, head, body, idle);
  }
}
