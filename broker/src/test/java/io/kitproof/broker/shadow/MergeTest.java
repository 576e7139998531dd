package io.kitproof.broker.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a second update makes of the first; each row in short JSON, quotes as apostrophes. */
class MergeTest {

  private final Client client = Client.classic();

  @ParameterizedTest(name = "{0} then {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // objects merge, section by section
        "{'desired':{'a':1}} | {'desired':{'b':2}} | {'desired':{'a':1,'b':2}}",
        "{'desired':{'a':{'x':1}}} | {'desired':{'a':{'y':2}}} | {'desired':{'a':{'x':1,'y':2}}}",
        "{'desired':{'a':1}} | {'reported':{'a':1}} | {'desired':{'a':1},'reported':{'a':1}}",
        "{'desired':{'a':1}} | {'desired':{'a':2}} | {'desired':{'a':2}}",
        // null removes
        "{'desired':{'a':1,'b':2}} | {'desired':{'a':null}} | {'desired':{'b':2}}",
        "{'desired':{'a':{'x':1,'y':2}}} | {'desired':{'a':{'x':null}}} | {'desired':{'a':{'y':2}}}",
        "{'desired':{'a':1}} | {'desired':{'b':null}} | {'desired':{'a':1}}",
        // a section without attributes is gone, a nested object without any is not
        "{'desired':{'a':1}} | {'desired':{'a':null}} | {}",
        "{'desired':{'a':1},'reported':{'a':1}} | {'reported':{'a':null}} | {'desired':{'a':1}}",
        "{'desired':{'a':{'b':1}}} | {'desired':{'a':{'b':null}}} | {'desired':{'a':{}}}",
        "{} | {'desired':{'a':{'b':null}}} | {'desired':{'a':{}}}",
        "{} | {'desired':{'a':{'b':{'c':null}}}} | {'desired':{'a':{'b':{}}}}",
        "{'desired':{'a':1}} | {'desired':null} | {}",
        "{'desired':{'a':1},'reported':{'b':1}} | {'desired':null} | {'reported':{'b':1}}",
        "{'desired':{'a':1},'reported':{'b':1}} | {'desired':null,'reported':null} | {}",
        // empty objects
        "{} | {'desired':{'a':1,'b':{'c':3},'d':{}}} | {'desired':{'a':1,'b':{'c':3},'d':{}}}",
        "{} | {'desired':{}} | {}",
        "{} | {'reported':{'x':null}} | {}",
        "{'desired':{'a':1}} | {'desired':{}} | {'desired':{'a':1}}",
        "{'desired':{'a':1}} | {} | {'desired':{'a':1}}",
        "{'desired':{'a':{'b':1}}} | {'desired':{'a':{}}} | {'desired':{'a':{'b':1}}}",
        // arrays are values
        "{'desired':{'a':[1,2,3]}} | {'desired':{'a':[4]}} | {'desired':{'a':[4]}}",
        "{'desired':{'a':[{'x':1}]}} | {'desired':{'a':[{'y':2}]}} | {'desired':{'a':[{'y':2}]}}",
        "{'desired':{'a':[1]}} | {'desired':{'a':[]}} | {'desired':{'a':[]}}",
        "{'desired':{'a':[1]}} | {'desired':{'a':null}} | {}",
        // another type wins
        "{'desired':{'a':3}} | {'desired':{'a':{}}} | {'desired':{'a':{}}}",
        "{'desired':{'a':3}} | {'desired':{'a':{'d':3}}} | {'desired':{'a':{'d':3}}}",
        "{'desired':{'a':{'d':3}}} | {'desired':{'a':3}} | {'desired':{'a':3}}",
        "{'desired':{'a':[1]}} | {'desired':{'a':{'d':3}}} | {'desired':{'a':{'d':3}}}",
        "{'desired':{'a':{'d':3}}} | {'desired':{'a':[1]}} | {'desired':{'a':[1]}}",
        "{'desired':{'a':3}} | {'desired':{'a':{'d':null}}} | {'desired':{'a':{}}}",
        // values that are easily taken for none
        "{} | {'reported':{'a':'','b':0,'c':false}} | {'reported':{'a':'','b':0,'c':false}}",
        // an attribute keeps its place, new ones come last
        "{'reported':{'a':1,'b':2}} | {'reported':{'c':3,'a':4}} | {'reported':{'a':4,'b':2,'c':3}}"
      })
  void second_update_merges_into_the_first(String first, String second, String expected) {
    client.update(request(first));
    client.update(request(second));

    assertThat(stateWithoutDelta()).isEqualTo(expected.replace('\'', '"'));
  }

  @Test
  void state_of_null_clears_and_an_empty_state_does_not() {
    client.update(request("{'desired':{'a':1}}"));

    client.update(request("{}"));
    assertThat(stateWithoutDelta()).isEqualTo("{\"desired\":{\"a\":1}}");

    client.update("{\"state\":null}");
    assertThat(stateWithoutDelta()).isEqualTo("{}");
  }

  @Test
  void update_answers_with_nulls_where_they_were_sent() {
    client.update(request("{'reported':{'a':1,'b':{'c':2}}}"));

    assertThat(client.update(request("{'reported':{'a':null,'b':{'c':null}},'desired':null}")))
        .first()
        .isEqualTo(
            "update/accepted {\"state\":{\"reported\":{\"a\":null,\"b\":{\"c\":null}},"
                + "\"desired\":null},"
                + "\"metadata\":{\"reported\":{\"a\":{\"timestamp\":1719853620},"
                + "\"b\":{\"c\":{\"timestamp\":1719853620}}},"
                + "\"desired\":{\"timestamp\":1719853620}},"
                + "\"version\":2,\"timestamp\":1719853620}");
  }

  @ParameterizedTest
  @CsvSource({
    "1",
    "1.0",
    "1.00",
    "1e3",
    "1E+3",
    "-0",
    "-0.0",
    "123456789012345678901234567890",
    "0.1000000000000000055511151231257827021181583404541015625",
    "1e400",
    "-1.5e-300"
  })
  void number_stays_as_it_was_sent(String number) {
    client.update("{\"state\":{\"reported\":{\"n\": " + number + " ,\"m\":[" + number + "]}}}");

    assertThat(client.state())
        .isEqualTo("{\"reported\":{\"n\":" + number + ",\"m\":[" + number + "]}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"plain\" | \"plain\"",
        "\"\\u0041\" | \"A\"",
        "\"\\/\" | \"/\"",
        "\"\\\"\\\\\\b\\f\\n\\r\\t\" | \"\\\"\\\\\\b\\f\\n\\r\\t\"",
        "\"\\u0000\\u001f\" | \"\\u0000\\u001f\"",
        "\"\\u00e9 \\u20ac \\ud83d\\ude00\" | \"é € 😀\"",
        "\"é € 😀\" | \"é € 😀\""
      })
  void text_is_the_same_text_in_utf8(String sent, String shown) {
    client.update("{\"state\":{\"reported\":{" + sent + ":" + sent + "}}}");
    client.update("{\"state\":{}}");

    assertThat(client.state()).isEqualTo("{\"reported\":{" + shown + ":" + shown + "}}");
  }

  @Test
  void half_of_a_surrogate_pair_passes_through_as_the_escape_it_came_as() {
    client.update("{\"state\":{\"reported\":{\"a\":\"x\\ud83d\",\"b\":\"\\ude00\\ud83d!\"}}}");
    client.update("{\"state\":{}}");

    assertThat(client.state())
        .isEqualTo("{\"reported\":{\"a\":\"x\\ud83d\",\"b\":\"\\ude00\\ud83d!\"}}");
  }

  @Test
  void last_of_two_members_with_one_name_wins() {
    client.update("{\"state\":{\"reported\":{\"a\":1,\"b\":2,\"a\":3}}}");

    assertThat(client.state()).isEqualTo("{\"reported\":{\"a\":3,\"b\":2}}");
  }

  private static String request(String state) {
    return "{\"state\":" + state.replace('\'', '"') + "}";
  }

  private String stateWithoutDelta() {
    return client.state().replaceFirst(",\"delta\":.*", "}");
  }
}
