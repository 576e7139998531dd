package io.kitproof.broker.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What remains to be done, from what is desired and reported; quotes as apostrophes. */
class DeltaTest {

  private final Client client = Client.classic();

  @ParameterizedTest(name = "desired {0}, reported {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'on':true} | {'on':true} | -",
        "{'on':true} | {'on':false} | {'on':true}",
        "{'on':true} | {} | {'on':true}",
        "{} | {'on':true} | -",
        "{'on':true} | {'on':true,'level':3} | -",
        "{'a':1,'b':2} | {'a':1,'b':3} | {'b':2}",
        // the path to the root stays
        "{'a':{'b':{'c':1,'d':2}}} | {'a':{'b':{'c':1,'d':3}}} | {'a':{'b':{'d':2}}}",
        "{'a':{'b':{'c':1}}} | {'a':{'b':{'c':1,'x':0}}} | -",
        "{'a':{'b':1},'z':1} | {'a':{},'z':1} | {'a':{'b':1}}",
        // arrays are values
        "{'a':[1,2,3]} | {'a':[1,2]} | {'a':[1,2,3]}",
        "{'a':[1,2]} | {'a':[1,2]} | -",
        "{'a':[2,1]} | {'a':[1,2]} | {'a':[2,1]}",
        "{'a':[]} | {'a':[1]} | {'a':[]}",
        "{'a':[]} | {'a':[]} | -",
        "{'a':[]} | {} | {'a':[]}",
        "{'a':[{'x':1,'y':2}]} | {'a':[{'y':2,'x':1}]} | -",
        "{'a':[{'x':1}]} | {'a':[{'x':1,'y':2}]} | {'a':[{'x':1}]}",
        "{'a':[{'x':1}]} | {'a':[{'y':1}]} | {'a':[{'x':1}]}",
        "{'a':[[1],[2]]} | {'a':[[1],[3]]} | {'a':[[1],[2]]}",
        // types
        "{'a':1} | {'a':'1'} | {'a':1}",
        "{'a':{'b':1}} | {'a':1} | {'a':{'b':1}}",
        "{'a':1} | {'a':{'b':1}} | {'a':1}",
        "{'a':[1]} | {'a':1} | {'a':[1]}",
        "{'a':{}} | {'a':[]} | {'a':{}}",
        "{'a':false} | {'a':0} | {'a':false}",
        // empty objects
        "{'a':1,'b':{'c':3},'d':{}} | {} | {'a':1,'b':{'c':3},'d':{}}",
        "{'d':{}} | {'d':{}} | -",
        "{'d':{}} | {'d':{'e':1}} | -",
        "{'d':{}} | {'d':1} | {'d':{}}",
        // values, not texts
        "{'a':1} | {'a':1.0} | -",
        "{'a':100} | {'a':1e2} | -",
        "{'a':1.0} | {'a':1.1} | {'a':1.0}",
        "{'a':1e999999999999} | {'a':1e999999999998} | {'a':1e999999999999}",
        "{'a':'\\u0041'} | {'a':'A'} | -"
      })
  void delta_is_what_is_desired_and_not_reported(String desired, String reported, String delta) {
    List<String> messages =
        client.update(
            ("{'state':{'desired':" + desired + ",'reported':" + reported + "}}")
                .replace('\'', '"'));

    if (delta.equals("-")) {
      assertThat(messages).hasSize(2);
      assertThat(client.state()).doesNotContain("\"delta\"");
    } else {
      String expected = delta.replace('\'', '"');
      assertThat(messages.get(2))
          .startsWith(
              "update/delta {\"version\":1,\"timestamp\":1719853620,\"state\":"
                  + expected
                  + ",\"metadata\":");
      assertThat(client.state()).endsWith(",\"delta\":" + expected + "}");
    }
  }

  @Test
  void delta_shows_all_that_differs_whatever_the_request_was_about() {
    client.update("{\"state\":{\"desired\":{\"a\":1,\"b\":2}}}");

    List<String> messages = client.update("{\"state\":{\"reported\":{\"c\":3}}}");

    assertThat(messages.get(2)).contains("\"state\":{\"a\":1,\"b\":2}");
  }

  @Test
  void delta_ends_when_the_kit_reports_what_is_desired() {
    client.update("{\"state\":{\"desired\":{\"on\":true}}}");

    assertThat(client.update("{\"state\":{\"reported\":{\"on\":true}}}")).hasSize(2);
    assertThat(client.state()).isEqualTo("{\"desired\":{\"on\":true},\"reported\":{\"on\":true}}");
  }
}
