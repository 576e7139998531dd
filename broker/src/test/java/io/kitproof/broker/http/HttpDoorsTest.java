package io.kitproof.broker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.kitproof.broker.Clouds;
import io.kitproof.broker.ca.CertificateAuthority.ServerIdentity;
import io.kitproof.broker.ca.Device;
import io.kitproof.broker.fault.AwsFault;
import io.kitproof.broker.http.sign.Signatures;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

@Isolated("looks at all threads")
class HttpDoorsTest {

  private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private final Site site =
      new Site().with("POST", "/things/{thingName}/echo", HttpDoorsTest::echo);

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void operation_sees_the_whole_request() throws Exception {
    URI target = site.api("/things/a%3Ab%2Fc/echo?name=gr%C3%BCn+ist&flag&name=zwei");

    HttpResponse<String> answer = site.signed("POST", target, "{\"ä\":1}");

    assertThat(answer.body())
        .isEqualTo(
            "{\"body\":\"{\\\"ä\\\":1}\",\"caller\":\"Signed[accessKeyId=AKIDTEST000000000000]\","
                + "\"flag\":\"\",\"method\":\"POST\",\"name\":\"grün ist\","
                + "\"path\":\"/things/a%3Ab%2Fc/echo\",\"thing\":\"a:b/c\"}");
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void answer_has_the_headers_of_aws() throws Exception {
    HttpResponse<String> answer = site.signed("POST", site.api("/things/a/echo"), "");

    assertThat(answer.headers().map().keySet())
        .containsExactlyInAnyOrder("content-type", "content-length", "date", "x-amzn-requestid");
    assertThat(answer.headers().firstValue("content-type")).contains("application/json");
    assertThat(answer.headers().firstValue("x-amzn-RequestId").orElse("")).matches(UUID);
    assertThat(answer.headers().firstValue("date").orElse("")).endsWith(" GMT");
  }

  @Test
  void control_plane_takes_plain_http_and_tls_on_one_port() throws Exception {
    URI plain = site.api("/things/a/echo");
    URI secure = URI.create(plain.toString().replace("http:", "https:"));

    assertThat(site.signed("POST", plain, "x").statusCode()).isEqualTo(200);
    assertThat(site.signed("POST", secure, "x").statusCode()).isEqualTo(200);
  }

  @Test
  void control_plane_beyond_loopback_takes_tls_only() throws Exception {
    InetSocketAddress everywhere = new InetSocketAddress(0);
    try (Site open =
        new Site(HttpLimits.defaults(), Clouds.AUTHORITY.server("us-east-1"), everywhere)) {
      open.with("POST", "/things/{thingName}/echo", HttpDoorsTest::echo);
      URI secure = URI.create(open.api("/things/a/echo").toString().replace("http:", "https:"));
      try (Telephone plain = Telephone.plain(open.doors.api())) {
        assertThat(plain.say("GET / HTTP/1.1\r\n\r\n").untilClosed()).hasSizeLessThan(10);
      }

      assertThat(open.signed("POST", secure, "").statusCode()).isEqualTo(200);
      assertThat(open.unsigned(Clouds.DEVICE, "POST", secure).body())
          .isEqualTo("{\"message\":\"Missing Authentication Token\"}");
    }
  }

  @Test
  void device_with_its_certificate_is_let_in_by_the_data_plane_only() throws Exception {
    URI data = site.https("/things/a/echo");
    URI control = URI.create(site.api("/things/a/echo").toString().replace("http:", "https:"));

    assertThat(site.unsigned(Clouds.DEVICE, "POST", data).body())
        .contains("\"caller\":\"Device[principal=" + Clouds.DEVICE.principal() + "]\"");
    assertThat(site.unsigned(Clouds.DEVICE, "POST", control).body())
        .isEqualTo("{\"message\":\"Missing Authentication Token\"}");
  }

  @Test
  void stranger_is_forbidden_in_the_shape_of_the_data_plane() throws Exception {
    Device stranger = Clouds.AUTHORITY.issue("stranger");

    HttpResponse<String> none = site.unsigned(null, "POST", site.https("/things/a/echo"));
    HttpResponse<String> unknown = site.unsigned(stranger, "POST", site.https("/things/a/echo"));

    assertThat(none.statusCode()).isEqualTo(403);
    assertThat(none.headers().firstValue("x-amzn-ErrorType")).contains("ForbiddenException:");
    assertThat(none.headers().firstValue("content-type")).contains("application/json");
    String id = none.headers().firstValue("x-amzn-RequestId").orElse("");
    assertThat(none.body())
        .isEqualTo("{\"message\":\"Missing Authentication Token\",\"traceId\":\"" + id + "\"}");
    assertThat(unknown.statusCode()).isEqualTo(403);
    assertThat(unknown.headers().firstValue("x-amzn-ErrorType")).contains("ForbiddenException:");
    assertThat(unknown.body()).startsWith("{\"message\":\"Forbidden\",\"traceId\":");
  }

  @Test
  void signature_for_another_service_is_named_by_control_and_forbidden_by_data() throws Exception {
    Map<String, List<String>> wrong =
        new Sender(Sender.KEY, "s3").headers("POST", site.api("/things/a/echo"), "");
    String letter = "POST /things/a/echo HTTP/1.1\r\nContent-Length: 0\r\nConnection: close\r\n";
    for (Map.Entry<String, List<String>> header : wrong.entrySet()) {
      letter += header.getKey() + ": " + header.getValue().get(0) + "\r\n";
    }

    try (Telephone control = Telephone.plain(site.doors.api());
        Telephone data = Telephone.tls(site.doors.https(), Site.tls(null).getSocketFactory())) {
      assertThat(control.say(letter + "\r\n").untilClosed())
          .startsWith("HTTP/1.1 403 Forbidden\r\n")
          .contains("x-amzn-ErrorType: InvalidSignatureException:\r\n")
          .endsWith("{\"message\":\"Credential should be scoped to correct service: 'iot'. \"}");
      assertThat(data.say(letter + "\r\n").untilClosed())
          .startsWith("HTTP/1.1 403 Forbidden\r\n")
          .contains("x-amzn-ErrorType: ForbiddenException:\r\n")
          .contains("{\"message\":\"Credential should be scoped to correct service: 'iotdata'. \"");
    }
  }

  @Test
  void fault_of_an_operation_is_answered_with_its_details() throws Exception {
    site.with(
        "GET",
        "/fault",
        request -> {
          throw new AwsFault(
              "ResourceAlreadyExistsException", 409, "There is one", Map.of("resourceId", "abc"));
        });

    HttpResponse<String> control = site.signed("GET", site.api("/fault"), "");
    HttpResponse<String> data = site.signed("GET", site.https("/fault"), "");

    assertThat(control.statusCode()).isEqualTo(409);
    assertThat(control.headers().firstValue("x-amzn-ErrorType"))
        .contains("ResourceAlreadyExistsException:");
    assertThat(control.body()).isEqualTo("{\"message\":\"There is one\",\"resourceId\":\"abc\"}");
    assertThat(data.body())
        .matches(
            "\\{\"message\":\"There is one\",\"traceId\":\"" + UUID + "\",\"resourceId\":\"abc\"}");
  }

  @Test
  void unknown_path_and_other_method_are_told_apart() throws Exception {
    HttpResponse<String> unknown = site.signed("GET", site.api("/nowhere"), "");
    HttpResponse<String> other = site.signed("GET", site.api("/things/a/echo"), "");

    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.headers().firstValue("x-amzn-ErrorType"))
        .contains("UnknownOperationException:");
    assertThat(other.statusCode()).isEqualTo(405);
    assertThat(other.headers().firstValue("x-amzn-ErrorType"))
        .contains("MethodNotAllowedException:");
  }

  @Test
  void query_that_cannot_be_decoded_is_refused() throws Exception {
    String letter =
        Site.CONTROL.letter("POST", site.api("/things/a/echo?b=%25zz"), "").replace("%25zz", "%zz");
    try (Telephone phone = Telephone.plain(site.doors.api())) {
      assertThat(phone.say(letter).until("}"))
          .startsWith("HTTP/1.1 400 Bad Request\r\n")
          .endsWith("{\"message\":\"The query has a percent sign that encodes nothing\"}");
    }
  }

  @Test
  void defect_of_ours_is_a_500_that_tells_nothing_but_its_id() throws Exception {
    site.with(
        "GET",
        "/defect",
        request -> {
          throw new IllegalStateException("a secret of ours");
        });
    Logger log = (Logger) LoggerFactory.getLogger(WebService.class);
    ListAppender<ILoggingEvent> logged = new ListAppender<>();
    logged.start();
    log.addAppender(logged);
    log.setAdditive(false);

    HttpResponse<String> answer = site.signed("GET", site.api("/defect"), "");
    log.setAdditive(true);
    log.detachAppender(logged);

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.headers().firstValue("x-amzn-ErrorType"))
        .contains("InternalFailureException:");
    assertThat(answer.body()).isEqualTo("{\"message\":\"Internal service failure\"}");
    String id = answer.headers().firstValue("x-amzn-RequestId").orElse("");
    assertThat(logged.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly("Request " + id + ", GET /defect, failed.");
  }

  @Test
  void data_plane_goes_down_and_comes_back_on_the_same_port() throws Exception {
    URI target = site.https("/things/a/echo");
    try (Telephone open = Telephone.tls(site.doors.https(), Site.tls(null).getSocketFactory())) {
      assertThat(open.say("BEGIN").until("")).isEmpty();

      site.doors.goDown();

      assertThat(open.untilClosed()).isEmpty();
      assertThatThrownBy(() -> site.unsigned(null, "POST", target).statusCode())
          .isInstanceOf(IOException.class);
      assertThat(site.signed("POST", site.api("/things/a/echo"), "").statusCode()).isEqualTo(200);
      site.doors.comeBack();
      assertThat(site.signed("POST", target, "").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void request_waits_for_the_keys_of_the_server() throws Exception {
    CompletableFuture<ServerIdentity> keys = new CompletableFuture<>();
    try (Site early = new Site(HttpLimits.defaults(), keys)) {
      early.with("POST", "/things/{thingName}/echo", HttpDoorsTest::echo);
      CompletableFuture<Integer> status =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return early.signed("POST", early.https("/things/a/echo"), "").statusCode();
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              });

      keys.complete(Clouds.AUTHORITY.server("us-east-1").join());

      assertThat(status.get(20, TimeUnit.SECONDS)).isEqualTo(200);
    }
  }

  @Test
  void closing_takes_no_time_leaves_no_thread_and_may_be_repeated() throws Exception {
    Site other = new Site().with("POST", "/things/{thingName}/echo", HttpDoorsTest::echo);
    assertThat(other.signed("POST", other.api("/things/a/echo"), "").statusCode()).isEqualTo(200);
    site.close();
    long before = System.nanoTime();

    other.close();
    other.close();

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
    assertThat(threads()).allMatch(HttpDoorsTest::ends);
    assertThatThrownBy(other.doors::comeBack).hasMessage("The cloud is closed.");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void port_that_is_taken_is_named_and_nothing_stays_open(boolean dataPlane) {
    InetSocketAddress taken = site.doors.api();
    Signatures none = new Signatures(List.of(), "us-east-1", List.of("iot"), Clock.systemUTC());
    WebService service = WebService.control(new Routes(), none);
    Set<Thread> before = threads();

    assertThatThrownBy(
            () ->
                HttpDoors.open(
                        dataPlane ? taken : Site.ANY,
                        dataPlane ? Site.ANY : taken,
                        Clouds.AUTHORITY.server("us-east-1"),
                        service,
                        service,
                        HttpLimits.defaults())
                    .close())
        .hasMessage("The cloud cannot listen on 127.0.0.1 port " + taken.getPort() + ".");
    assertThat(threads())
        .filteredOn(thread -> !before.contains(thread))
        .allMatch(HttpDoorsTest::ends);
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("kitproof-http"))
        .collect(Collectors.toSet());
  }

  /** Netty tells of the end of a loop a moment before that of its thread. */
  private static boolean ends(Thread thread) {
    try {
      thread.join(5_000);
      return !thread.isAlive();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Answer echo(Request request) {
    Map<String, String> said = new TreeMap<>(request.query());
    said.put("method", request.method());
    said.put("path", request.path());
    said.put("thing", request.part("thingName"));
    said.put("body", new String(request.body(), StandardCharsets.UTF_8));
    said.put("caller", request.caller().toString());
    return Answer.json(said);
  }
}
