package io.kitproof.broker.registry;

import io.kitproof.broker.store.Store;
import io.kitproof.broker.store.Table;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Entries of one kind by their names: in memory for those who ask, in the store for the next
 * process. Anyone may ask at any time; only a change of the books may write.
 */
final class Shelf<T> {

  private final ConcurrentNavigableMap<String, T> entries = new ConcurrentSkipListMap<>();
  private final Table table;

  /**
   * @throws IllegalStateException if the store holds something else under that name
   */
  Shelf(Store store, String name, Class<T> type) {
    table = store.table("registry." + name);
    for (Map.Entry<String, byte[]> kept : table.after("")) {
      String where = "\"" + kept.getKey() + "\" of " + name;
      entries.put(kept.getKey(), Json.read(kept.getValue(), type, where));
    }
  }

  Optional<T> find(String name) {
    return Optional.ofNullable(entries.get(name));
  }

  boolean has(String name) {
    return entries.containsKey(name);
  }

  /** All of them in the order of their names; what changes meanwhile may or may not be seen. */
  Collection<T> all() {
    return entries.values();
  }

  void put(String name, T entry) {
    table.put(name, Json.bytes(entry));
    entries.put(name, entry);
  }

  void remove(String name) {
    table.remove(name);
    entries.remove(name);
  }
}
