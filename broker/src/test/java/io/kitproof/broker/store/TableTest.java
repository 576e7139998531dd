package io.kitproof.broker.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for tables wherever they are kept. */
final class TableTest {

  enum Place {
    MEMORY,
    FOLDER
  }

  @TempDir private Path folder;

  private final List<Store> opened = new ArrayList<>();

  @AfterEach
  void close() {
    opened.forEach(Store::close);
  }

  @ParameterizedTest
  @EnumSource
  void what_was_put_last_is_there_until_it_is_removed(Place place) {
    Table table = table(place);

    table.put("key", bytes("old"));
    table.put("key", bytes("new"));
    table.put("other", bytes("one"));

    assertThat(table.get("key")).isEqualTo(bytes("new"));
    assertThat(table.size()).isEqualTo(2);

    table.remove("key");
    table.remove("no such key");

    assertThat(table.get("key")).isNull();
    assertThat(table.size()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void entries_come_in_the_order_of_their_keys(Place place) {
    Table table = table(place);
    List<String> keys =
        IntStream.range(0, 500).mapToObj(i -> String.format(Locale.ROOT, "%03d", i)).toList();
    keys.forEach(key -> table.put(key, bytes(key)));

    assertThat(keys(table.after(""))).isEqualTo(keys);
    assertThat(keys(table.after("127"))).isEqualTo(keys.subList(128, 500));
    assertThat(keys(table.after("127x"))).isEqualTo(keys.subList(128, 500));
    assertThat(keys(table.after("499"))).isEmpty();
    assertThat(table.after("498"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.getValue()).isEqualTo(bytes("499")));
  }

  @ParameterizedTest
  @EnumSource
  void entries_can_be_removed_on_the_way(Place place) {
    Table table = table(place);
    IntStream.range(0, 500).forEach(i -> table.put("key" + i, bytes("value")));

    int seen = 0;
    for (Map.Entry<String, byte[]> entry : table.after("")) {
      table.remove(entry.getKey());
      seen++;
    }

    assertThat(seen).isEqualTo(500);
    assertThat(table.size()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void tables_of_one_name_are_the_same_table(Place place) {
    Store store = store(place);

    store.table("one").put("key", bytes("value"));

    assertThat(store.table("one").get("key")).isEqualTo(bytes("value"));
    assertThat(store.table("two").get("key")).isNull();
  }

  private Table table(Place place) {
    return store(place).table("table");
  }

  private Store store(Place place) {
    Store store = place == Place.MEMORY ? Store.memory() : Store.at(folder);
    opened.add(store);
    return store;
  }

  private static List<String> keys(Iterable<Map.Entry<String, byte[]>> entries) {
    Stream<Map.Entry<String, byte[]>> all = StreamSupport.stream(entries.spliterator(), false);
    return all.map(Map.Entry::getKey).toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
