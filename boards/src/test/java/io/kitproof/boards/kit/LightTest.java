package io.kitproof.boards.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of kits.md 1.3: what a delta asks for while the LED is off. */
class LightTest {
  private static final String BLINK = "{\"state\":{\"status\":\"BLINK\"}}";

  private final Light light = new Light(/* keepsState= */ true);

  private boolean read(String delta) {
    return light.read(delta.replace("\\0", "\0").getBytes(UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"state\":{\"status\":\"ON\"}}               | ON     | true",
        "{\"state\":{\"status\":\"on\"}}               | on     | true",
        "{\"state\":{\"status\":\"OFF\"}}              | OFF    | false",
        "{\"state\":{\"status\":\"oFf\"}}              | oFf    | false",
        "{\"state\":{\"status\":\"BLINK\"}}            | BLINK  | true",
        "{\"state\":{\"status\":\"SIXSIX\"}}           | SIXSIX | true",
        "{\"state\":{\"status\":\"SEVENTH\"}}          | OFF    | false",
        "{\"state\":{\"status\":\"\"}}                 | OFF    | false",
        "{\"state\":{\"status\":true}}                 | true   | true",
        "{\"state\":{\"status\":null}}                 | null   | true",
        "{\"state\":{\"status\":12.5}}                 | 12.5   | true",
        "{\"state\":{\"statusX\":\"ON\"}}              | ON     | true",
        "{\"state\":{\"Status\":\"ON\"}}               | OFF    | false",
        "{\"state\":{\"stat\":\"ON\"}}                 | OFF    | false",
        "{\"state\":{\"color\":\"status\"}}            | OFF    | false",
        "{\"state\":{\"status\":{\"value\":\"ON\"}}}   | OFF    | false",
        "{\"state\":{\"status\":[\"ON\"]}}             | OFF    | false",
        "{\"state\":{\"status\":\"ON\",\"a\":\"OFF\"}} | ON     | true",
        "{ \"status\" : \"ON\" }                       | ON     | true",
        "{\"a\":\"}{\",\"status\":\"ON\"}              | ON     | true",
        "{\"a\":\"\\\"}\",\"status\":\"ON\"}           | ON     | true",
        "{}                                            | OFF    | false"
      })
  void a_delta_asks_for_this_and_is_another_state_or_not(
      String delta, String requested, boolean other) {
    assertThat(read(delta)).isTrue();

    assertThat(light.requested()).isEqualTo(requested);
    assertThat(light.otherRequested()).isEqualTo(other);
  }

  @Test
  void the_metadata_of_a_delta_are_harmless() {
    String delta =
        "{\"version\":7,\"timestamp\":1511740800,\"state\":{\"status\":\"ON\"},"
            + "\"metadata\":{\"status\":{\"timestamp\":1511740799}}}";

    assertThat(read(delta)).isTrue();

    assertThat(light.requested()).isEqualTo("ON");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ON",
        "''",
        "\"status\":\"ON\"",
        "[{\"status\":\"ON\"}]",
        "{\"state\":{\"status\":\"ON\"}}\\0",
        "{\"state\":{\"status\":\"ON\"}}x"
      })
  void what_is_not_one_object_is_not_understood_and_does_no_harm(String delta) {
    assertThat(read(delta)).isFalse();

    assertThat(read(BLINK)).isTrue();
    assertThat(light.requested()).isEqualTo("BLINK");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{",
        "{\"state\":{\"status\":\"ON\"}",
        "{\"state\":{\"status\":\"ON",
        "{\"state\":{\"status\":\"ON\\",
        "{\"state\":{\"status\":tr"
      })
  void nothing_is_understood_after_an_object_that_was_cut_off(String cut) {
    assertThat(read(cut)).isFalse();

    assertThat(read(BLINK)).isFalse();
    assertThat(read(BLINK)).isFalse();
  }

  @Test
  void a_text_that_is_too_long_leaves_the_one_before() {
    assertThat(read(BLINK)).isTrue();
    assertThat(read("{\"state\":{\"status\":\"FOREVER\"}}")).isTrue();

    assertThat(light.requested()).isEqualTo("BLINK");
  }

  @Test
  void toggling_settles_what_was_asked_for() {
    assertThat(read(BLINK)).isTrue();

    assertThat(light.toggle()).isTrue();
    assertThat(light.state()).isEqualTo("ON");
    assertThat(light.requested()).isEqualTo("ON");
    assertThat(light.otherRequested()).isFalse();

    assertThat(light.toggle()).isFalse();
    assertThat(light.state()).isEqualTo("OFF");
    assertThat(light.requested()).isEqualTo("OFF");
  }
}
