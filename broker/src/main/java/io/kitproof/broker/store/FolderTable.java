package io.kitproof.broker.store;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/** One map of the file. */
final class FolderTable implements Table {

  /** Entries read at once: what a look at all of them holds in memory. */
  private static final int HANDFUL = 64;

  private final MVStore file;
  private final MVMap<String, byte[]> entries;

  FolderTable(MVStore file, MVMap<String, byte[]> entries) {
    this.file = file;
    this.entries = entries;
  }

  @Override
  public byte @Nullable [] get(String key) {
    // While a version is in use, the file's space that it occupies is not written over.
    MVStore.TxCounter use = file.registerVersionUsage();
    try {
      return entries.get(key);
    } finally {
      file.deregisterVersionUsage(use);
    }
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
    return () -> new Walk(key);
  }

  @Override
  public int size() {
    return entries.size();
  }

  private List<Map.Entry<String, byte[]>> handful(String after, boolean first) {
    MVStore.TxCounter use = file.registerVersionUsage();
    try {
      boolean all = first && after.isEmpty();
      Cursor<String, byte[]> cursor = entries.cursor(all ? null : after);
      List<Map.Entry<String, byte[]>> found = new ArrayList<>(HANDFUL);
      while (found.size() < HANDFUL && cursor.hasNext()) {
        String key = cursor.next();
        if (all || !key.equals(after)) {
          found.add(Map.entry(key, cursor.getValue()));
        }
      }
      return found;
    } finally {
      file.deregisterVersionUsage(use);
    }
  }

  /** Goes through the entries by handfuls, so that changes on the way do no harm. */
  private final class Walk implements Iterator<Map.Entry<String, byte[]>> {

    private Iterator<Map.Entry<String, byte[]>> near;
    private String last;

    Walk(String after) {
      last = after;
      near = handful(after, true).iterator();
    }

    @Override
    public boolean hasNext() {
      if (!near.hasNext()) {
        near = handful(last, false).iterator();
      }
      return near.hasNext();
    }

    @Override
    public Map.Entry<String, byte[]> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Map.Entry<String, byte[]> entry = near.next();
      last = entry.getKey();
      return entry;
    }
  }
}
