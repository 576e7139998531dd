package io.kitproof.boards.virtual;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What others want a thread to do, one after the other; once it is over, orders count as done. */
final class Orders {
  private record Order(Runnable deed, CompletableFuture<Void> done) {}

  private final Queue<Order> waiting = new ConcurrentLinkedQueue<>();
  private volatile boolean over;

  /** Completes when it is done, with its failure when it fails. */
  CompletableFuture<Void> give(Runnable deed) {
    Order order = new Order(deed, new CompletableFuture<>());
    waiting.add(order);
    if (over) {
      dismiss();
    }
    return order.done;
  }

  boolean none() {
    return waiting.isEmpty();
  }

  void obey() {
    for (Order o = waiting.poll(); o != null; o = waiting.poll()) {
      try {
        o.deed.run();
        o.done.complete(null);
      } catch (RuntimeException e) {
        o.done.completeExceptionally(e);
      }
    }
  }

  void end() {
    over = true;
    dismiss();
  }

  private void dismiss() {
    for (Order o = waiting.poll(); o != null; o = waiting.poll()) {
      o.done.complete(null);
    }
  }
}
