package io.kitproof.broker.store;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bytes by key, in the order of the keys. */
public interface Table {

  byte @Nullable [] get(String key);

  /** Takes the bytes as they are; they must not be changed afterwards. */
  void put(String key, byte[] value);

  /** Does nothing if there is no such key. */
  void remove(String key);

  /** The entries whose keys come after this one, in ascending order; all for the empty key. */
  Iterable<Map.Entry<String, byte[]>> after(String key);

  int size();
}
