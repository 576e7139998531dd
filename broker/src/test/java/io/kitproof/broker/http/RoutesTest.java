package io.kitproof.broker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kitproof.broker.fault.AwsFault;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

  private final Routes routes = new Routes();

  @ParameterizedTest
  @CsvSource({
    "/things/abc, abc",
    "/things/a%3Ab_c-1, a:b_c-1",
    "/things/arn%3Aaws%3Aiot%3Aus-east-1%3A1%3Acert%2F12, arn:aws:iot:us-east-1:1:cert/12",
    "/things/100%2525, 100%25",
    "/things/a+b, a+b",
    "/things/gr%C3%BCn, grün",
  })
  void a_part_is_decoded_exactly_once(String path, String value) {
    routes.add("GET", "/things/{thingName}", named("describe"));

    assertThat(routes.find("GET", path).parts()).isEqualTo(Map.of("thingName", value));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /certificates/register, register",
    "GET, /certificates/beef, describe",
    "GET, /topics/a, topic",
    "GET, /topics/a/b//c/, topics",
    "POST, /topics/a, post",
  })
  void literal_goes_before_braces_and_braces_before_what_is_greedy(
      String method, String path, String operation) {
    routes
        .add("GET", "/certificates/{id}", named("describe"))
        .add("GET", "/certificates/register", named("register"))
        .add("GET", "/topics/{topic+}", named("topics"))
        .add("GET", "/topics/{topic}", named("topic"))
        .add("POST", "/topics/{topic+}", named("post"));

    assertThat(routes.find(method, path).operation()).hasToString(operation);
  }

  @Test
  void greedy_braces_take_all_that_is_left() {
    routes.add("POST", "/topics/{topic+}", named("publish"));

    assertThat(routes.find("POST", "/topics/a/b%2Fc").parts()).isEqualTo(Map.of("topic", "a/b/c"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/", "/things", "/things/", "/things//principals", "/things/a/b", "*", "//"})
  void path_where_nothing_lives_is_an_unknown_operation(String path) {
    routes
        .add("GET", "/things/{thingName}", named("describe"))
        .add("GET", "/things/{thingName}/principals", named("list"));

    AwsFault fault = catchThrowableOfType(AwsFault.class, () -> find("GET", path));

    assertThat(fault.type()).isEqualTo("UnknownOperationException");
    assertThat(fault.status()).isEqualTo(404);
  }

  @Test
  void other_method_than_the_ones_that_live_there_is_not_allowed() {
    routes.add("GET", "/things/{thingName}", named("describe"));

    AwsFault fault = catchThrowableOfType(AwsFault.class, () -> find("PUT", "/things/abc"));

    assertThat(fault.type()).isEqualTo("MethodNotAllowedException");
    assertThat(fault.status()).isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/things/%", "/things/%4", "/things/%zz", "/things/a%-1b"})
  void percent_sign_that_encodes_nothing_is_refused(String path) {
    routes.add("GET", "/things/{thingName}", named("describe"));

    AwsFault fault = catchThrowableOfType(AwsFault.class, () -> find("GET", path));

    assertThat(fault.type()).isEqualTo("InvalidRequestException");
    assertThat(fault).hasMessage("The path has a percent sign that encodes nothing");
  }

  @Test
  void template_without_a_slash_at_its_start_is_the_authors_mistake() {
    assertThatThrownBy(() -> routes.add("GET", "things", named("list")))
        .hasMessage("\"things\" does not start with a slash.");
  }

  private void find(String method, String path) {
    assertThat(routes.find(method, path)).isNull();
  }

  private static Operation named(String name) {
    return new Operation() {
      @Override
      public Answer answer(Request request) {
        return Answer.empty();
      }

      @Override
      public String toString() {
        return name;
      }
    };
  }
}
