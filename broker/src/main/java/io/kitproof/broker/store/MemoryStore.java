package io.kitproof.broker.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** Keeps nothing, so everything counts as kept at once. */
final class MemoryStore implements Store {

  private final Map<String, Table> tables = new ConcurrentHashMap<>();

  @Override
  public Table table(String name) {
    return tables.computeIfAbsent(name, n -> new Sorted(new ConcurrentSkipListMap<>()));
  }

  @Override
  public void together(Runnable changes) {
    changes.run();
  }

  @Override
  public void whenKept(Runnable task) {
    task.run();
  }

  @Override
  public void close() {
    tables.clear();
  }

  private record Sorted(ConcurrentNavigableMap<String, byte[]> entries) implements Table {

    @Override
    public byte @Nullable [] get(String key) {
      return entries.get(key);
    }

    @Override
    public void put(String key, byte[] value) {
      entries.put(key, value);
    }

    @Override
    public void remove(String key) {
      entries.remove(key);
    }

    @Override
    public Iterable<Map.Entry<String, byte[]>> after(String key) {
      return key.isEmpty() ? entries.entrySet() : entries.tailMap(key, false).entrySet();
    }

    @Override
    public int size() {
      return entries.size();
    }
  }
}
