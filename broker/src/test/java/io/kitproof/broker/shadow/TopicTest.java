package io.kitproof.broker.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kitproof.broker.bus.Publication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicTest {

  private final Shadows shadows = Client.classic().shadows;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$aws/things/lamp/shadow/get",
        "$aws/things/lamp/shadow/update",
        "$aws/things/lamp/shadow/delete",
        "$aws/things/a:b_c-9/shadow/update",
        "$aws/things/shadow/shadow/update",
        "$aws/things/lamp/shadow/name/night/get",
        "$aws/things/lamp/shadow/name/night/update",
        "$aws/things/lamp/shadow/name/night/delete",
        "$aws/things/lamp/shadow/name/$a:b_c-9/update",
        "$aws/things/lamp/shadow/name/update/update"
      })
  void request_is_taken(String topic) {
    assertThat(shadows.takes(topic)).isTrue();
    assertThat(shadows.offers(topic)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "$aws/things/",
        "$aws/things/lamp",
        "$aws/things/lamp/shadow",
        "$aws/things/lamp/shadow/",
        "$aws/things/lamp/shadow/updat",
        "$aws/things/lamp/shadow/updates",
        "$aws/things/lamp/shadow/update/",
        "$aws/things/lamp/shadow/update/accepted",
        "$aws/things/lamp/shadow/update/delta",
        "$aws/things/lamp/shadow/name",
        "$aws/things/lamp/shadow/name/",
        "$aws/things/lamp/shadow/name/update",
        "$aws/things/lamp/shadow/name//update",
        "$aws/things/lamp/shadow/name/a b/update",
        "$aws/things/lamp/shadow/name/night/update/delta",
        "$aws/things//shadow/update",
        "$aws/things/la mp/shadow/update",
        "$aws/things/$lamp/shadow/update",
        "$aws/things/lampe-é/shadow/update",
        "$aws/things/lamp/jobs/get",
        "$aws/thing/lamp/shadow/update",
        "x$aws/things/lamp/shadow/update",
        "lamp/shadow/update"
      })
  void anything_else_is_not_taken(String topic) {
    assertThat(shadows.takes(topic)).isFalse();
  }

  @Test
  void names_have_their_length() {
    assertThat(shadows.takes("$aws/things/" + "t".repeat(128) + "/shadow/get")).isTrue();
    assertThat(shadows.takes("$aws/things/" + "t".repeat(129) + "/shadow/get")).isFalse();
    assertThat(shadows.takes("$aws/things/t/shadow/name/" + "s".repeat(64) + "/get")).isTrue();
    assertThat(shadows.takes("$aws/things/t/shadow/name/" + "s".repeat(65) + "/get")).isFalse();
  }

  @Test
  void topic_that_is_not_taken_is_no_request() {
    assertThatThrownBy(
            () ->
                shadows.received(
                    Publication.of("$aws/things/lamp/shadow/update/delta", new byte[0], 0),
                    "kit",
                    "cert"))
        .hasMessage("$aws/things/lamp/shadow/update/delta is no topic for requests.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$aws/things/lamp/shadow/update/accepted",
        "$aws/things/lamp/shadow/update/rejected",
        "$aws/things/lamp/shadow/update/delta",
        "$aws/things/lamp/shadow/update/documents",
        "$aws/things/lamp/shadow/get/accepted",
        "$aws/things/lamp/shadow/get/rejected",
        "$aws/things/lamp/shadow/delete/accepted",
        "$aws/things/lamp/shadow/name/night/update/documents",
        "$aws/things/lamp/shadow/update/+",
        "$aws/things/lamp/shadow/get/#",
        "$aws/things/lamp/shadow/+",
        "$aws/things/lamp/shadow/+/+",
        "$aws/things/lamp/shadow/#",
        "$aws/things/lamp/#",
        "$aws/things/lamp/+/get",
        "$aws/things/+/shadow/#",
        "$aws/things/+/shadow/update/delta",
        "$aws/things/+/+/+/+",
        "$aws/things/+/shadow/name/+/update/delta",
        "$aws/things/lamp/shadow/name/#",
        "$aws/things/lamp/shadow/name/+/#",
        "$aws/things/#"
      })
  void filter_that_can_match_a_shadow_topic_is_offered(String filter) {
    assertThat(shadows.offers(filter)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "#",
        "$aws/#",
        "$aws/things",
        "$aws/things/",
        "$aws/things/+",
        "$aws/things/lamp",
        "$aws/things/lamp/shadow",
        "$aws/things/lamp/shadow/get/delta",
        "$aws/things/lamp/shadow/get/accepted/#",
        "$aws/things/lamp/shadow/update/+/+",
        "$aws/things/lamp/shadow/#/accepted",
        "$aws/things/lamp/shadow/up+",
        "$aws/things/lamp/shadow/name/night/update/documents/#",
        "$aws/things/la mp/shadow/#",
        "$aws/things/lamp/jobs/#",
        "$aws/events/#"
      })
  void filter_that_cannot_is_not(String filter) {
    assertThat(shadows.offers(filter)).isFalse();
  }
}
