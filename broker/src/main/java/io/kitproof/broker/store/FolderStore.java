package io.kitproof.broker.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.StringDataType;

/**
 * Tables in one file of H2's MVStore. That appends versions and never changes one in place, so what
 * a killed process leaves behind is its last whole version.
 */
final class FolderStore implements Store {

  private final AtomicBoolean closed = new AtomicBoolean();
  private final Map<String, Table> tables = new ConcurrentHashMap<>();

  /** Shared by those who change several things together, exclusive for a commit. */
  private final ReadWriteLock commitLock = new ReentrantReadWriteLock();

  private final Claim claim;
  private final MVStore file;
  private final GroupCommit commits = new GroupCommit(this::commit);
  private final Upkeep upkeep;

  FolderStore(Claim claim, MVStore file) {
    this.claim = claim;
    this.file = file;
    this.upkeep = new Upkeep(file);
  }

  static Store at(Path folder) {
    StoreFolder place = StoreFolder.at(folder);
    FolderStore store = new FolderStore(place.claim(), place.file());
    store.commits.start();
    store.upkeep.start();
    return store;
  }

  @Override
  public Table table(String name) {
    return tables.computeIfAbsent(name, this::opened);
  }

  private Table opened(String name) {
    MVMap.Builder<String, byte[]> types =
        new MVMap.Builder<String, byte[]>()
            .keyType(StringDataType.INSTANCE)
            .valueType(ByteArrayDataType.INSTANCE);
    return new FolderTable(file, file.openMap(name, types));
  }

  @Override
  public void together(Runnable changes) {
    commitLock.readLock().lock();
    try {
      changes.run();
    } finally {
      commitLock.readLock().unlock();
    }
  }

  private void commit() {
    commitLock.writeLock().lock();
    try {
      file.commit();
    } finally {
      commitLock.writeLock().unlock();
    }
  }

  @Override
  public void whenKept(Runnable task) {
    commits.then(task);
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try (claim) {
      commits.end();
      upkeep.end();
      // Not compacted: H2 2.4.240 fails an assertion of its own where it moves parts of a file.
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The store can't let its folder go.", e);
    }
  }
}
