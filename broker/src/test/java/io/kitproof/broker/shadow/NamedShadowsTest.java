package io.kitproof.broker.shadow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedShadowsTest {

  private static final Optional<String> FIRST = Optional.empty();
  private static final Optional<Integer> ANY = Optional.empty();

  private final Client client = Client.classic();
  private final Shadows shadows = client.shadows;

  @BeforeEach
  void make_shadows_of_some_things() {
    for (String thing : List.of("lam", "lamp", "lamp-2", "lampe")) {
      make(thing, Optional.empty());
      make(thing, Optional.of("of-" + thing));
    }
    make("lamp", Optional.of("$x"));
    make("lamp", Optional.of("night"));
  }

  @Test
  void named_shadows_of_the_thing_are_listed_in_order_without_the_classic_one() {
    assertThat(shadows.list("lamp", FIRST, ANY))
        .isEqualTo(
            new NamedShadows(List.of("$x", "night", "of-lamp"), Optional.empty(), 1719853620));
  }

  @Test
  void thing_without_any_has_an_empty_list() {
    assertThat(shadows.list("nothing", FIRST, ANY))
        .isEqualTo(new NamedShadows(List.of(), Optional.empty(), 1719853620));
  }

  @Test
  void deleted_shadow_is_not_listed() {
    shadows.delete("lamp", Optional.of("night"));

    assertThat(shadows.list("lamp", FIRST, ANY).results()).containsExactly("$x", "of-lamp");
  }

  @Test
  void pages_follow_each_other_by_their_token() {
    List<List<String>> pages = new ArrayList<>();
    Optional<String> token = FIRST;
    do {
      NamedShadows page = shadows.list("lamp", token, Optional.of(1));
      pages.add(page.results());
      token = page.nextToken();
    } while (token.isPresent());

    assertThat(pages).containsExactly(List.of("$x"), List.of("night"), List.of("of-lamp"));
    assertThat(shadows.list("lamp", FIRST, Optional.of(3)).nextToken()).isEmpty();
  }

  @Test
  void page_has_100_unless_asked_for_less() {
    IntStream.range(0, 150).forEach(i -> make("many", Optional.of("s" + i)));

    NamedShadows page = shadows.list("many", FIRST, ANY);

    assertThat(page.results()).hasSize(100);
    assertThat(shadows.list("many", page.nextToken(), ANY).results()).hasSize(50);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 101})
  void page_size_that_cannot_be_is_refused(int size) {
    assertThatThrownBy(() -> shadows.list("lamp", FIRST, Optional.of(size)))
        .hasMessage("Invalid page size");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?", "bGEgbXA"})
  void token_that_was_never_given_is_refused(String token) {
    assertThatThrownBy(() -> shadows.list("lamp", Optional.of(token), ANY))
        .hasMessage("Invalid nextToken");
  }

  @Test
  void name_that_cannot_be_is_refused() {
    assertThatThrownBy(() -> shadows.list("la mp", FIRST, ANY)).hasMessage("Invalid thing name");
  }

  private void make(String thing, Optional<String> shadow) {
    assertThat(shadows.update(thing, shadow, "{\"state\":{}}".getBytes(UTF_8))).isNotEmpty();
  }
}
