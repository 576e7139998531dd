package io.kitproof.broker.shadow;

import io.kitproof.broker.store.Store;
import io.kitproof.broker.store.Table;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shadows in the store, and for 48 hours the versions of those that were deleted. */
final class Archive {

  /** How long a deleted shadow's version goes on counting (1.8). */
  private static final Duration MEMORY = Duration.ofHours(48);

  /** Each deletion forgets some of those that are too old, so that they never pile up. */
  private static final int FORGOTTEN_AT_ONCE = 3;

  private final Store store;
  private final Table shadows;
  private final Table deleted;
  private final Table deletions;

  Archive(Store store) {
    this.store = store;
    this.shadows = store.table("shadows");
    this.deleted = store.table("shadows.deleted");
    this.deletions = store.table("shadows.deletions");
  }

  @Nullable Document get(String key) {
    byte[] stored = shadows.get(key);
    return stored == null ? null : StoredForm.read(stored);
  }

  /** Keeps a shadow that was there before. */
  void replace(String key, Document document) {
    shadows.put(key, StoredForm.of(document));
  }

  /** Keeps a shadow that was not there before. */
  void create(String key, Document document) {
    store.together(
        () -> {
          shadows.put(key, StoredForm.of(document));
          forget(key);
        });
  }

  /**
   * Lets go of a shadow.
   *
   * @param lastVersion that it counts as having had
   * @param now in seconds since 1970
   */
  void delete(String key, long lastVersion, long now) {
    store.together(
        () -> {
          shadows.remove(key);
          deleted.put(key, deletion(lastVersion, now));
          deletions.put(order(now, key), new byte[0]);
          forgetOld(now);
        });
  }

  /** The last version of a shadow that is no more, 0 if none is remembered. */
  long lastVersion(String key, long now) {
    byte[] deletion = deleted.get(key);
    return deletion == null || old(at(deletion), now) ? 0 : version(deletion);
  }

  /** The keys of shadows after this one, in their order. */
  Iterable<Map.Entry<String, byte[]>> after(String key) {
    return shadows.after(key);
  }

  private void forget(String key) {
    byte[] deletion = deleted.get(key);
    if (deletion != null) {
      deleted.remove(key);
      deletions.remove(order(at(deletion), key));
    }
  }

  private void forgetOld(long now) {
    List<String> oldest = new ArrayList<>();
    Iterator<Map.Entry<String, byte[]>> each = deletions.after("").iterator();
    while (each.hasNext() && oldest.size() < FORGOTTEN_AT_ONCE) {
      oldest.add(each.next().getKey());
    }
    for (String entry : oldest) {
      String key = entry.substring(entry.indexOf(' ') + 1);
      byte[] deletion = deleted.get(key);
      if (deletion != null && old(at(deletion), now)) {
        forget(key);
      }
    }
  }

  private static boolean old(long deletedAt, long now) {
    return now - deletedAt >= MEMORY.toSeconds();
  }

  private static String order(long at, String key) {
    return String.format(Locale.ROOT, "%016x %s", at, key);
  }

  private static byte[] deletion(long version, long at) {
    return ByteBuffer.allocate(2 * Long.BYTES).putLong(version).putLong(at).array();
  }

  private static long version(byte[] deletion) {
    return ByteBuffer.wrap(deletion).getLong();
  }

  private static long at(byte[] deletion) {
    return ByteBuffer.wrap(deletion).getLong(Long.BYTES);
  }
}
