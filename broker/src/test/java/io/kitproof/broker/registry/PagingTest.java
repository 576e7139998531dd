package io.kitproof.broker.registry;

import static io.kitproof.broker.registry.Registries.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PagingTest {

  @Test
  void pages_follow_one_another_without_gap_or_repetition() {
    List<String> seen = new ArrayList<>();
    Paging paging = new Paging(Optional.empty(), 2);
    Page<String> page = paging.byName(letters(), name -> name);
    seen.addAll(page.items());
    while (page.next().isPresent()) {
      page = new Paging(page.next(), 2).byName(letters(), name -> name);
      seen.addAll(page.items());
    }

    assertThat(seen).containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void a_last_page_that_is_full_has_no_token() {
    assertThat(new Paging(Optional.empty(), 5).byName(letters(), name -> name).next()).isEmpty();
  }

  @Test
  void pages_go_on_where_they_were_although_the_item_is_gone() {
    Page<String> page = new Paging(Optional.empty(), 2).byName(letters(), name -> name);

    Page<String> next =
        new Paging(page.next(), 2).byName(Stream.of("a", "aa", "c", "d"), name -> name);

    assertThat(next.items()).containsExactly("c", "d");
  }

  @Test
  void pages_go_backwards_too() {
    Page<String> page = new Paging(Optional.empty(), 3).byAge(letters(), name -> name, false);

    assertThat(page.items()).containsExactly("e", "d", "c");
    assertThat(new Paging(page.next(), 3).byAge(letters(), name -> name, false).items())
        .containsExactly("b", "a");
  }

  @Test
  void sizes_and_tokens_out_of_range_are_refused() {
    String start = "1 validation error detected: Value ";
    assertInvalid(
        () -> Paging.of("nextToken", Optional.empty(), "maxResults", 251),
        start
            + "'251' at 'maxResults' failed to satisfy constraint: Member must have value less than"
            + " or equal to 250");
    assertInvalid(
        () -> Paging.of("nextToken", Optional.empty(), "maxResults", 0),
        start
            + "'0' at 'maxResults' failed to satisfy constraint: Member must have value greater"
            + " than or equal to 1");
    assertInvalid(
        () -> Paging.of("marker", Optional.of("?"), "pageSize", 1),
        start
            + "'?' at 'marker' failed to satisfy constraint: Member must satisfy regular expression"
            + " pattern: [A-Za-z0-9+/]+={0,2}");
    assertInvalid(
        () -> new Paging(Optional.of("abcde"), 1).byName(letters(), name -> name),
        "The token is not valid.");
  }

  private static Stream<String> letters() {
    return Stream.of("d", "b", "a", "e", "c");
  }
}
