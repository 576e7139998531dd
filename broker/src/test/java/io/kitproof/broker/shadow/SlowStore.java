package io.kitproof.broker.shadow;

import io.kitproof.broker.store.Store;
import io.kitproof.broker.store.Table;
import java.util.ArrayDeque;
import java.util.Queue;

/** A store that keeps nothing for good until it is told to. */
final class SlowStore implements Store {

  private final Store memory = Store.memory();
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private boolean closed;

  @Override
  public Table table(String name) {
    if (closed) {
      throw new IllegalStateException("The store is closed.");
    }
    return memory.table(name);
  }

  @Override
  public void together(Runnable changes) {
    if (closed) {
      throw new IllegalStateException("The store is closed.");
    }
    memory.together(changes);
  }

  @Override
  public synchronized void whenKept(Runnable task) {
    waiting.add(task);
    notifyAll();
  }

  /** Keeps what has been changed so far. */
  synchronized void keep() {
    for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
      task.run();
    }
  }

  synchronized void awaitChange() throws InterruptedException {
    while (waiting.isEmpty()) {
      wait(20_000);
    }
  }

  @Override
  public void close() {
    closed = true;
    memory.close();
  }
}
