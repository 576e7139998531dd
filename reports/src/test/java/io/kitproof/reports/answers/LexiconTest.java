package io.kitproof.reports.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LexiconTest {
  private static final Lexicon LEXICON =
      new Lexicon(
          Set.of(
              "wiced_rtos_set_semaphore",
              "wiced_rtos_get_semaphore",
              "wiced_mqtt_",
              "mqtt_",
              "subscribed",
              "unsubscribed",
              "published",
              "wake_semaphore",
              "msg_semaphore"),
          Set.of("connect", "disconnect"));

  private static Hit seen(String accepted, String answer) {
    List<List<Token>> sentences = Reading.of(answer).sentences();
    return Form.any(List.of(Form.of(accepted)), sentences, LEXICON).hit();
  }

  @ParameterizedTest
  @CsvSource({
    "wiced_rtos_set_semaphore, wiced_rtos_set_semaphore(&wake_semaphore), FOUND",
    "wiced_rtos_set_semaphore, WICED_RTOS_SET_SEMAPHORE, FOUND",
    "wiced_rtos_set_semaphore, wiced_rtos_set_semaphor, FOUND",
    "wiced_rtos_set_semaphore, wiced rtos set semaphore, FOUND",
    "wiced_rtos_set_semaphore, wiced_rtos_get_semaphore, NONE",
    "wiced_rtos_set_semaphore, wiced_rtos_gget_semaphore, NONE",
    "wiced_rtos_set_semaphore, wiced_rtos_bet_semaphore, NEAR",
    "SUBSCRIBED, unsubscribed, NONE",
    "UNSUBSCRIBED, subscribed, NONE",
    "SUBSCRIBED, unsubscribd, NONE",
    "UNSUBSCRIBED, unsubscribd, FOUND",
    "wake_semaphore, msg_semaphore, NONE",
    "mqtt_*, wiced_mqtt_connect, NONE",
    "mqtt_*, mqtt_conn_open, FOUND",
    "mqtt_*, mqtt, NEAR",
    "wiced_mqtt_*, mqtt_conn_open, NONE",
    "wiced_mqtt_*, wicde_mqtt_connect, FOUND",
    "5000, 500, NONE",
    "5000, 5000ms, NONE",
    "JSON, jason, NONE"
  })
  void no_slip_turns_one_name_into_another(String accepted, String answer, Hit hit) {
    assertThat(seen(accepted, answer)).isEqualTo(hit);
  }

  @ParameterizedTest
  @CsvSource({
    "connect, connects, FOUND",
    "connect, connecting, FOUND",
    "connect, conect, FOUND",
    "connect, disconnect, NONE",
    "set, setting, FOUND",
    "block, blcoks, FOUND",
    "block, clock, NONE",
    "event, even, NONE",
    "library, libraries, FOUND",
    "publish, published, FOUND",
    "time out, time-out, FOUND",
    "makefile, not the makefile, DENIED",
    "makefile, it isn\u2019t in the makefile, DENIED",
    "makefile, instead of the makefile, DENIED",
    "makefile, not here but in the makefile, FOUND",
    "makefile, 'not here, in the makefile', FOUND",
    "makefile, not only the makefile, FOUND",
    "makefile, the makefile is not the place, DENIED",
    "makefile, the makefile is not empty, FOUND",
    "!need, it is not needed, FOUND",
    "!need, it is needed, NONE",
    "set semaphore, sets it. The semaphore, NONE"
  })
  void words_count_in_their_endings_and_not_after_a_not(String accepted, String answer, Hit hit) {
    assertThat(seen(accepted, answer)).isEqualTo(hit);
  }

  @Test
  void names_are_told_from_words() {
    assertThat(Accepted.of("client.cer")).isEqualTo(new Identifier("client.cer"));
    assertThat(Accepted.of("JSON")).isEqualTo(new Identifier("json"));
    assertThat(Accepted.of("mqtt_*")).isEqualTo(new Prefix("mqtt_"));
    assertThat(Accepted.of("setting")).isEqualTo(new Word("set"));
  }
}
