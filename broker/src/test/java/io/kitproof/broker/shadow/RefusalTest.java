package io.kitproof.broker.shadow;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.bus.Publication;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {

  private static final String DEEP = "JSON contains too many levels of nesting; maximum is 6";

  private final Client client = Client.classic();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | Missing required node: state",
        "{'desired':{'a':1}} | Missing required node: state",
        "{'state':3} | State node must be an object",
        "{'state':'on'} | State node must be an object",
        "{'state':[]} | State node must be an object",
        "{'state':{'desired':3}} | Desired node must be an object",
        "{'state':{'desired':[1]}} | Desired node must be an object",
        "{'state':{'reported':'x'}} | Reported node must be an object",
        "{'state':{'delta':{}}} | State contains an invalid node: 'delta'",
        "{'state':{'desired':{},'on':true}} | State contains an invalid node: 'on'",
        "{'state':{},'clientToken':3} | Invalid clientToken",
        "{'state':{},'clientToken':{}} | Invalid clientToken",
        "{'state':{},'version':-1} | Invalid version",
        "{'state':{},'version':1.0} | Invalid version",
        "{'state':{},'version':'1'} | Invalid version",
        "{'state':{},'version':{'a':1}} | Invalid version",
        "{'state':{},'version':99999999999999999999} | Invalid version",
        "{'state':{},'version':7} | Version conflict",
        "{'state':{'desired':{'a':[null]}}} | Invalid JSON",
        "{'state':{'desired':{'a':[[1,null]]}}} | Invalid JSON",
        // the order of the checks
        "{'state':{'x':1,'reported':1,'desired':1},'clientToken':3,'version':-1} "
            + "| Desired node must be an object",
        "{'state':{'x':1,'reported':1},'clientToken':3,'version':-1} "
            + "| Reported node must be an object",
        "{'state':{'x':1},'clientToken':3,'version':-1} | State contains an invalid node: 'x'",
        "{'state':{},'clientToken':3,'version':-1} | Invalid clientToken",
        "{'version':-1,'state':{'desired':{'a':{'b':{'c':{'d':{'e':{'f':1}}}}}}}} | Invalid version",
        "{'version':7,'state':{'desired':{'a':{'b':{'c':{'d':{'e':{'f':{}}}}}}}}} | " + DEEP
      })
  void update_is_refused(String payload, String message) {
    String text = client.update(payload.replace('\'', '"')).get(0);

    assertThat(text).isEqualTo("update/rejected " + rejected(code(message), message));
  }

  private static int code(String message) {
    return message.equals("Version conflict") ? 409 : 400;
  }

  private static String rejected(int code, String message) {
    return "{\"code\":" + code + ",\"message\":\"" + message + "\"}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\0",
        "nonsense",
        "[]",
        "3",
        "null",
        "\"state\"",
        "{",
        "{\"state\":{}",
        "{\"state\":{}}}",
        "{\"state\":{}} x",
        "{\"state\":{},}",
        "{'state':{}}",
        "{state:{}}",
        "{\"state\":{\"desired\":{\"a\":01}}}",
        "{\"state\":{\"desired\":{\"a\":NaN}}}",
        "{\"state\":{\"desired\":{\"a\":+1}}}",
        "{\"state\":{\"desired\":{\"a\":1.}}}",
        "{\"state\":{\"desired\":{\"a\":tru}}}",
        "{\"state\":{\"desired\":{\"a\":\"\n\"}}}",
        "{\"state\":{\"desired\":{\"a\":\"\\x\"}}}",
        "{\"state\"\0:{}}",
        "{\"state\":{}}\0x",
        "\uFEFF{\"state\":{}}",
        "{\"state\":{}} // why"
      })
  void what_is_no_json_object_is_refused_without_its_token(String payload) {
    assertThat(client.update(payload))
        .containsExactly("update/rejected {\"code\":400,\"message\":\"Invalid JSON\"}");
  }

  @Test
  void token_of_a_refused_request_is_echoed() {
    assertThat(client.update("{\"state\":3,\"clientToken\":\"t\\\"1\"}"))
        .containsExactly(
            "update/rejected {\"code\":400,\"message\":\"State node must be an object\","
                + "\"clientToken\":\"t\\\"1\"}");
  }

  @Test
  void token_has_at_most_64_bytes() {
    String longest = "é".repeat(32);

    assertThat(client.update("{\"state\":{},\"clientToken\":\"" + longest + "\"}"))
        .hasSize(2)
        .allMatch(message -> message.endsWith(",\"clientToken\":\"" + longest + "\"}"));
    assertThat(client.update("{\"state\":{},\"clientToken\":\"" + longest + "x\"}"))
        .containsExactly("update/rejected {\"code\":400,\"message\":\"Invalid clientToken\"}");
    assertThat(client.ask("get", "{\"clientToken\":\"" + longest + "x\"}"))
        .containsExactly("get/rejected {\"code\":400,\"message\":\"Invalid clientToken\"}");
  }

  @Test
  void token_and_version_of_null_are_none() {
    assertThat(client.update("{\"state\":{},\"clientToken\":null,\"version\":null}"))
        .first()
        .isEqualTo(
            "update/accepted {\"state\":{},\"metadata\":{},\"version\":1,"
                + "\"timestamp\":1719853620}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"payload is ignored", "blah blah blah", "{", "[1]", "3", "{\"state\":4}"})
  void content_of_get_and_delete_is_ignored(String payload) {
    assertThat(client.ask("get", payload))
        .containsExactly(
            "get/rejected {\"code\":404,\"message\":\"No shadow exists with name: 'lamp'\"}");
    client.update("{\"state\":{}}");
    assertThat(client.ask("delete", payload))
        .containsExactly("delete/accepted {\"version\":1,\"timestamp\":1719853620}");
  }

  @Test
  void unknown_members_are_ignored_however_deep() {
    String deep = "[".repeat(900) + "]".repeat(900);

    assertThat(client.update("{\"hello\":\"world\",\"x\":" + deep + ",\"state\":{}}")).hasSize(2);
  }

  @Test
  void state_may_have_five_levels_below_the_section() {
    String five = "{\"one\":{\"two\":{\"three\":{\"four\":{\"five\":{}}}}}}";
    String six = five.replace("{}", "{\"six\":{}}");
    String array = five.replace("{}", "[]");
    String deeperArray = five.replace("{}", "[[]]");

    assertThat(client.update("{\"state\":{\"desired\":" + five + "}}")).hasSize(3);
    assertThat(client.update("{\"state\":{\"reported\":" + array + "}}")).hasSize(3);
    for (String deeper : new String[] {six, deeperArray}) {
      assertThat(client.update("{\"state\":{\"reported\":" + deeper + "},\"clientToken\":\"t\"}"))
          .containsExactly(
              "update/rejected {\"code\":400,\"message\":\"" + DEEP + "\",\"clientToken\":\"t\"}");
    }
  }

  @Test
  void nesting_without_end_is_refused_for_its_levels() {
    String deep = "{\"a\":".repeat(20_000) + "1" + "}".repeat(20_000);

    assertThat(client.update("{\"state\":{\"desired\":" + deep + "}}"))
        .containsExactly("update/rejected {\"code\":400,\"message\":\"" + DEEP + "\"}");
  }

  @Test
  void text_that_is_not_utf8_is_refused() {
    String payload = "{\"state\":{\"desired\":{\"name\":\"Zoë\"}}}";

    assertThat(sent(payload, UTF_8)).startsWith("{\"state\":{\"desired\":{\"name\":\"Zoë\"}}");
    assertThat(sent(payload, ISO_8859_1))
        .isEqualTo(
            "{\"code\":415,\"message\":"
                + "\"Unsupported documented encoding; supported encoding is UTF-8\"}");
    assertThat(sent("{\"state\":{}}", UTF_16LE))
        .isEqualTo("{\"code\":400,\"message\":\"Invalid JSON\"}");
  }

  private String sent(String payload, Charset charset) {
    client.post.take();
    client.shadows.received(
        Publication.of("$aws/things/lamp/shadow/update", payload.getBytes(charset), 1), "a", "b");
    return new String(client.post.all().get(0).payload(), UTF_8);
  }

  @Test
  void refused_update_changes_nothing() {
    client.update("{\"state\":{\"desired\":{\"a\":1}}}");
    String before = client.got();

    client.update("{\"state\":{\"desired\":{\"a\":2}},\"version\":9}");
    client.update("{\"state\":{\"desired\":{\"a\":2},\"delta\":{}}}");

    assertThat(client.got()).isEqualTo(before);
  }
}
