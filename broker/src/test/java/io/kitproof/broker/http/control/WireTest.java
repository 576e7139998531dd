package io.kitproof.broker.http.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kitproof.broker.fault.AwsFault;
import io.kitproof.broker.http.Answer;
import io.kitproof.broker.http.Caller;
import io.kitproof.broker.http.Request;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies as they come and go, also those that no client of AWS's would send. */
final class WireTest {

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "1", "null", "{} {}", "\"a\"", "{'a':1}"})
  void a_body_that_is_no_object_is_refused(String body) {
    assertThatThrownBy(() -> body(body))
        .isInstanceOfSatisfying(
            AwsFault.class,
            fault -> {
              assertThat(fault.message()).isEqualTo("The request is not valid.");
              assertThat(fault.type()).isEqualTo("InvalidRequestException");
              assertThat(fault.status()).isEqualTo(400);
            });
  }

  @Test
  void a_body_that_is_deep_beyond_sense_is_refused() {
    String deep = "{\"a\":".repeat(5000) + "1" + "}".repeat(5000);

    assertThatThrownBy(() -> body(deep)).hasMessage("The request is not valid.");
  }

  @Test
  void a_member_of_another_kind_is_refused() {
    Body body = body("{\"a\":{\"b\":1}}");

    assertThatThrownBy(() -> body.text("a")).hasMessage("The request is not valid.");
    assertThatThrownBy(() -> body.flag("a")).hasMessage("The request is not valid.");
    assertThatThrownBy(() -> body.number("a")).hasMessage("The request is not valid.");
    assertThatThrownBy(() -> body.texts("a")).hasMessage("The request is not valid.");
    assertThatThrownBy(() -> body.map("a")).hasMessage("The request is not valid.");
    assertThatThrownBy(() -> body("{\"a\":1.5}").number("a"))
        .hasMessage("The request is not valid.");
    assertThatThrownBy(() -> body("{\"a\":[1]}").objects("a"))
        .hasMessage("The request is not valid.");
  }

  @Test
  void nothing_and_null_count_as_not_given() {
    for (Body body : List.of(body(""), body("{}"), body("{\"a\":null}"))) {
      assertThat(body.text("a")).isNull();
      assertThat(body.flag("a")).isFalse();
      assertThat(body.number("a")).isEqualTo(OptionalLong.empty());
      assertThat(body.texts("a")).isEmpty();
      assertThat(body.object("a")).isEmpty();
    }
  }

  @Test
  void flags_and_numbers_in_a_query_are_checked() {
    Request request = request("", Map.of("flag", "yes", "number", "one"));

    assertThatThrownBy(() -> Query.flag(request, "flag"))
        .hasMessage(
            "1 validation error detected: Value 'yes' at 'flag' failed to satisfy constraint:"
                + " Member must satisfy enum value set: [true, false]");
    assertThatThrownBy(() -> Query.number(request, "number"))
        .hasMessage(
            "1 validation error detected: Value 'one' at 'number' failed to satisfy constraint:"
                + " Member must be a number");
  }

  @Test
  void times_are_seconds_with_three_decimals_and_members_without_a_value_are_left_out() {
    Answer answer =
        new Tree()
            .with("time", Instant.parse("2026-11-27T20:00:00.120Z"))
            .with("nothing", (Object) null)
            .with("list", List.of("a"), name -> new Tree().with("name", name))
            .answer();

    assertThat(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo("{\"time\":1795809600.120,\"list\":[{\"name\":\"a\"}]}");
    assertThat(new BigDecimal("1795809600.120").longValue())
        .isEqualTo(Instant.parse("2026-11-27T20:00:00Z").getEpochSecond());
  }

  private static Body body(String text) {
    return Body.of(request(text, Map.of()));
  }

  private static Request request(String body, Map<String, String> query) {
    return new Request(
        "id",
        "POST",
        "/",
        Map.of(),
        query,
        Map.of(),
        body.getBytes(StandardCharsets.UTF_8),
        new Caller.Signed("key"));
  }
}
