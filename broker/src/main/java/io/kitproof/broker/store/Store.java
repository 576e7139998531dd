package io.kitproof.broker.store;

import java.nio.file.Path;

/** Named tables. Safe for use from many threads. */
public interface Store extends AutoCloseable {

  /** A store that is forgotten with the process. */
  static Store memory() {
    return new MemoryStore();
  }

  /**
   * A store that survives its process, in a folder that is made if there is none. What is kept has
   * been handed to the operating system, so it outlives a {@code kill -9}; it reaches the disk
   * itself within about a second, and at {@link #close()}: that much a loss of power can take.
   *
   * @throws StoreInUseException if another store has the folder, in this process or another one
   * @throws java.io.UncheckedIOException if the folder can't be written or its file is no store
   */
  static Store at(Path folder) {
    return FolderStore.at(folder);
  }

  /** The table of that name, made at the first call. */
  Table table(String name);

  /**
   * Makes several changes that are kept together or not at all; must not block. Others may read
   * them one by one, and what was changed before an exception stays changed.
   */
  void together(Runnable changes);

  /**
   * Runs a task once every change made so far survives the end of the process, however sudden: what
   * is acknowledged in the task is never lost. Tasks run in the order of the calls; in memory at
   * once, on the calling thread; in a folder on a thread of the store, which must not be blocked.
   * After {@link #close()} no task runs any more.
   */
  void whenKept(Runnable task);

  /** Keeps what is not kept yet and lets go of the folder. May be called twice. */
  @Override
  void close();
}
