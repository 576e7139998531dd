package io.kitproof.broker.shadow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.store.Store;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Shadows in a folder, across the end of a process. */
@Timeout(60)
class DurabilityTest {

  private static final Optional<String> CLASSIC = Optional.empty();

  @TempDir private Path folder;

  @Test
  void shadows_versions_times_and_deletions_are_there_after_a_restart() {
    String before;
    try (Store store = Store.at(folder)) {
      Shadows shadows = Shadows.open(store, publication -> {}, new Watch(100));
      update(shadows, "lamp", "{\"state\":{\"desired\":{\"n\":1.50,\"é\":[1,{\"a\":{}}]}}}");
      update(shadows, "bell", "{\"state\":{}}");
      assertThat(shadows.delete("bell", CLASSIC)).isNotEmpty();
      before = new String(shadows.get("lamp", CLASSIC), UTF_8);
    }

    try (Store store = Store.at(folder)) {
      Shadows shadows = Shadows.open(store, publication -> {}, new Watch(100));

      assertThat(new String(shadows.get("lamp", CLASSIC), UTF_8)).isEqualTo(before);
      assertThat(update(shadows, "lamp", "{\"state\":{}}"))
          .isEqualTo("{\"state\":{},\"metadata\":{},\"version\":2,\"timestamp\":100}");
      assertThat(update(shadows, "bell", "{\"state\":{}}"))
          .isEqualTo("{\"state\":{},\"metadata\":{},\"version\":3,\"timestamp\":100}");
    }
  }

  @Test
  void messages_of_many_updates_come_in_their_order() throws Exception {
    Post post = new Post();
    try (Store store = Store.at(folder)) {
      Shadows shadows = Shadows.open(store, post, new Watch(100));
      for (int i = 0; i < 200; i++) {
        shadows.received(
            io.kitproof.broker.bus.Publication.of(
                "$aws/things/lamp/shadow/update", "{\"state\":{}}".getBytes(UTF_8), 1),
            // As many connections as needed for none to have too many requests in flight.
            "kit" + i / 10,
            "cert");
      }
      // The answer to it comes after all of theirs.
      assertThat(shadows.get("lamp", CLASSIC)).isNotEmpty();
    }

    List<String> versions =
        post.take().stream()
            .filter(message -> message.contains("/accepted "))
            .map(message -> message.replaceFirst(".*\"version\":(\\d+).*", "$1"))
            .toList();
    assertThat(versions)
        .isEqualTo(IntStream.rangeClosed(1, 200).mapToObj(String::valueOf).toList());
  }

  private static String update(Shadows shadows, String thing, String body) {
    return new String(shadows.update(thing, CLASSIC, body.getBytes(UTF_8)), UTF_8);
  }
}
