package io.kitproof.broker.registry;

import static io.kitproof.broker.registry.Registries.assertInvalid;
import static io.kitproof.broker.registry.Registries.assertNotFound;
import static io.kitproof.broker.registry.Registries.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TaggingTest {

  private final Registry registry = Registries.empty();
  private final Tagging tagging = registry.tagging();

  @Test
  void tags_are_there_from_the_start_are_added_replaced_and_removed() {
    String arn = policy("p", Map.of("room", "kitchen"));

    tagging.add(arn, Map.of("room", "cellar", "owner", "me"));
    assertThat(list(arn)).isEqualTo(Map.of("owner", "me", "room", "cellar"));
    tagging.remove(arn, List.of("owner", "nothing"));
    assertThat(list(arn)).isEqualTo(Map.of("room", "cellar"));
  }

  @Test
  void tags_go_with_what_they_were_on() {
    String arn = policy("p", Map.of("room", "kitchen"));
    registry.policies().delete("p");

    assertNotFound(() -> list(arn));
    assertThat(list(policy("p", Map.of()))).isEmpty();
  }

  @Test
  void things_have_no_tags() {
    registry.things().create(Things.New.named("bulb"));

    assertNotFound(() -> tagging.add(registry.things().arn("bulb"), Map.of("room", "kitchen")));
  }

  @Test
  void keys_of_aws_and_more_than_fifty_are_refused() {
    String arn = policy("p", Map.of("room", "kitchen"));

    assertInvalid(
        () -> tagging.add(arn, Map.of("aws:x", "y")), "The prefix aws: of tag keys is reserved.");
    Map<String, String> fifty =
        IntStream.range(0, 50).boxed().collect(Collectors.toMap(i -> "k" + i, i -> "v"));
    assertRefused(
        () -> tagging.add(arn, fifty),
        "LimitExceededException",
        410,
        "There are more than 50 tags.");
  }

  private String policy(String name, Map<String, String> tags) {
    return registry
        .policies()
        .arn(registry.policies().create(name, Registries.ALLOW_ALL, tags).name());
  }

  private Map<String, String> list(String arn) {
    return tagging.list(arn, Paging.FIRST).items().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
