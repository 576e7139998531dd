package io.kitproof.broker.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kitproof.broker.store.Store;
import io.kitproof.broker.store.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * Which of one kind belongs to which of another, asked from both ends. A link may carry a note,
 * such as the type of an attachment. Anyone may ask; only a change of the books may write.
 */
final class Links {

  private static final char BETWEEN = '\n';

  private final Map<String, ConcurrentNavigableMap<String, String>> byLeft =
      new ConcurrentHashMap<>();
  private final Map<String, ConcurrentNavigableMap<String, String>> byRight =
      new ConcurrentHashMap<>();
  private final Table table;

  Links(Store store, String name) {
    table = store.table("registry." + name);
    for (Map.Entry<String, byte[]> kept : table.after("")) {
      int cut = kept.getKey().indexOf(BETWEEN);
      if (cut < 0) {
        throw new IllegalStateException(
            "The store is damaged: \"" + kept.getKey() + "\" of " + name + " links nothing.");
      }
      remember(
          kept.getKey().substring(0, cut),
          kept.getKey().substring(cut + 1),
          new String(kept.getValue(), UTF_8));
    }
  }

  /** What belongs to this one of the left, in order. */
  List<String> ofLeft(String left) {
    return others(byLeft, left);
  }

  /** What this one of the right belongs to, in order. */
  List<String> ofRight(String right) {
    return others(byRight, right);
  }

  /** The note of a link, if there is a link. */
  Optional<String> note(String left, String right) {
    return Optional.ofNullable(byLeft.get(left)).map(others -> others.get(right));
  }

  void put(String left, String right, String note) {
    table.put(left + BETWEEN + right, note.getBytes(UTF_8));
    remember(left, right, note);
  }

  void remove(String left, String right) {
    table.remove(left + BETWEEN + right);
    byLeft.computeIfPresent(left, (l, others) -> without(others, right));
    byRight.computeIfPresent(right, (r, others) -> without(others, left));
  }

  private void remember(String left, String right, String note) {
    byLeft.computeIfAbsent(left, l -> new ConcurrentSkipListMap<>()).put(right, note);
    byRight.computeIfAbsent(right, r -> new ConcurrentSkipListMap<>()).put(left, note);
  }

  private static List<String> others(
      Map<String, ConcurrentNavigableMap<String, String>> side, String one) {
    ConcurrentNavigableMap<String, String> others = side.get(one);
    return others == null ? List.of() : List.copyOf(others.keySet());
  }

  private static @Nullable ConcurrentNavigableMap<String, String> without(
      ConcurrentNavigableMap<String, String> others, String gone) {
    others.remove(gone);
    return others.isEmpty() ? null : others;
  }
}
