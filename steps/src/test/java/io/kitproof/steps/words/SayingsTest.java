package io.kitproof.steps.words;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.ParameterType;
import io.kitproof.fixtures.Flaw;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SayingsTest {
  @Test
  void a_message_is_what_is_between_the_quotes() {
    assertThat(Payload.of("\"LIGHT ON\"").bytes()).isEqualTo("LIGHT ON".getBytes(UTF_8));
  }

  @Test
  void a_zero_byte_at_its_end_is_a_byte_more() {
    assertThat(Payload.of("\"LIGHT ON\" with a zero byte at its end").bytes())
        .isEqualTo("LIGHT ON\0".getBytes(UTF_8));
  }

  @Test
  void an_empty_message_has_no_bytes() {
    assertThat(Payload.of("an empty message").bytes()).isEmpty();
  }

  @Test
  void a_json_document_fits_into_what_the_firmware_keeps() {
    assertThat(Payload.of("a JSON document").text()).startsWith("{");
    assertThat(Payload.of("a JSON document").bytes()).hasSizeLessThan(10);
  }

  @Test
  void several_texts_keep_their_order() {
    assertThat(Texts.of("\"LIGHT ON\", \"\", \"X\"").all()).containsExactly("LIGHT ON", "", "X");
  }

  @Test
  void times_have_units() {
    assertThat(Limit.duration("300", "millisecond")).isEqualTo(Duration.ofMillis(300));
    assertThat(Limit.duration("2", "second")).isEqualTo(Duration.ofSeconds(2));
    assertThat(Limit.duration("1", "minute")).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void a_shadows_messages_are_the_ends_of_their_topics() {
    assertThat(Sayings.of("update, accepted, documents in any order"))
        .isEqualTo(new Sayings(List.of("update", "update/accepted", "update/documents"), true));
    assertThat(Sayings.of("delete/accepted, delta"))
        .isEqualTo(new Sayings(List.of("delete/accepted", "update/delta"), false));
  }

  @Test
  void every_flaw_can_be_said() throws Exception {
    String sayable =
        Types.class.getMethod("flaw", String.class).getAnnotation(ParameterType.class).value();

    assertThat(sayable.split("\\|"))
        .containsExactlyInAnyOrder(
            Arrays.stream(Flaw.values()).map(Flaw::said).toArray(String[]::new));
  }
}
