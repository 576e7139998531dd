package io.kitproof.broker.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** 8 KB for the values of both sections after the merge, whatever blanks and metadata need. */
class SizeTest {

  private static final String TOO_LARGE =
      "update/rejected {\"code\":413,\"message\":\"The payload exceeds the maximum size allowed\"}";

  private final Client client = Client.classic();

  @Test
  void section_of_8192_bytes_is_taken_and_one_more_is_not() {
    assertThat(client.update(desired(8192))).hasSize(3);
    assertThat(client.update(desired(8193))).containsExactly(TOO_LARGE);
  }

  @Test
  void both_sections_count_together() {
    client.update(desired(5000));

    assertThat(client.update(reported(3193))).containsExactly(TOO_LARGE);
    assertThat(client.update(reported(3192))).hasSize(3);
  }

  @Test
  void blanks_do_not_count() {
    assertThat(client.update(desired(8192).replace(":", " : ".repeat(1) + " ".repeat(9000))))
        .hasSize(3);
  }

  @Test
  void size_is_that_of_the_merged_state() {
    client.update("{\"state\":{\"desired\":{\"a\":\"" + "x".repeat(5000) + "\"}}}");
    String more = "{\"state\":{\"desired\":{\"b\":\"" + "x".repeat(5000) + "\"}}}";

    assertThat(client.update(more)).containsExactly(TOO_LARGE);
    client.update("{\"state\":{\"desired\":{\"a\":\"\"}}}");
    assertThat(client.update(more)).hasSize(3);
  }

  @Test
  void bytes_count_and_not_characters() {
    String of8191 = "{\"state\":{\"desired\":{\"a\":\"" + "é".repeat((8190 - 8) / 2) + "\"}}}";

    assertThat(client.update(of8191)).hasSize(3);
    assertThat(client.update(of8191.replace("éé", "ééé"))).containsExactly(TOO_LARGE);
  }

  @Test
  void message_that_no_client_could_get_is_left_out() {
    String many = "0,".repeat(4000) + "0";

    assertThat(client.update("{\"state\":{\"reported\":{\"a\":[" + many + "]}}}"))
        .hasSize(2)
        .first()
        .satisfies(message -> assertThat(message).startsWith("update/accepted"));
    assertThat(client.update("{\"state\":{}}"))
        .hasSize(1)
        .first()
        .satisfies(message -> assertThat(message).startsWith("update/accepted"));
  }

  private static String desired(int size) {
    return "{\"state\":{\"desired\":{\"a\":\"" + "x".repeat(size - 8) + "\"}}}";
  }

  private static String reported(int size) {
    return desired(size).replace("desired", "reported");
  }
}
