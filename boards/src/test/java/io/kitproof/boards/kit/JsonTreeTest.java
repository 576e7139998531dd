package io.kitproof.boards.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTreeTest {
  private static Optional<Map<?, ?>> read(String json, String... path) {
    return JsonTree.object(json.getBytes(UTF_8), path);
  }

  @Test
  void values_stand_under_their_names() {
    assertThat(
            read(
                " { \"a\" : {\"b\":{\"t\":\"x\",\"n\":-1.5e1,\"f\":false,\"o\":{}}} ,"
                    + "\"c\":[1,[],{\"b\":2}]}",
                "a",
                "b"))
        .hasValueSatisfying(
            members -> {
              assertThat((Object) members.get("t")).isEqualTo("x");
              assertThat((Object) members.get("n")).isEqualTo(-15.0);
              assertThat((Object) members.get("f")).isEqualTo(false);
              assertThat((Object) members.get("o")).isEqualTo(Map.of());
              assertThat(members).hasSize(4);
            });
  }

  @Test
  void a_path_that_leads_to_no_object_leads_nowhere() {
    assertThat(read("{\"a\":1}", "a")).isEmpty();
    assertThat(read("{\"a\":{}}", "b")).isEmpty();
    assertThat(read("{\"a\":null}", "a", "b")).isEmpty();
    assertThat(read("{\"a\":[{\"b\":{}}]}", "a", "b")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":x}",
        "{a:1}",
        "{\"a\" 1}",
        "[1",
        "{\"a\\"
      })
  void what_is_no_json_is_nothing(String text) {
    assertThat(read(text)).isEmpty();
  }

  @Test
  void what_is_too_deep_is_nothing() {
    assertThat(read("{\"a\":".repeat(32) + "1" + "}".repeat(32))).isPresent();
    assertThat(read("{\"a\":".repeat(33) + "1" + "}".repeat(33))).isEmpty();
    assertThat(read("[".repeat(100_000))).isEmpty();
  }
}
