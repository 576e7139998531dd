package io.kitproof.broker.core;

import io.kitproof.broker.store.Table;
import io.moquette.broker.IQueueRepository;
import io.moquette.broker.SessionMessageQueue;
import io.moquette.broker.SessionRegistry.EnqueuedMessage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The queues of all persistent sessions, in one table. */
final class KeptQueues implements IQueueRepository {

  private final Table table;

  /** Those of an earlier process, until their sessions have been made anew. */
  private final Map<String, KeptQueue> found = new ConcurrentHashMap<>();

  private final Map<String, KeptQueue> queues = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /** Finds the queues that the table holds; those of clients that have no session are deleted. */
  KeptQueues(Table table, Predicate<String> hasSession) {
    this.table = table;
    Map<String, long[]> spans = new HashMap<>();
    for (Map.Entry<String, byte[]> entry : table.after("")) {
      String client = KeptQueue.client(entry.getKey());
      if (hasSession.test(client)) {
        long number = KeptQueue.number(entry.getKey());
        spans.computeIfAbsent(client, c -> new long[] {number, number})[1] = number + 1;
      } else {
        table.remove(entry.getKey());
      }
    }
    spans.forEach(
        (client, span) -> found.put(client, new KeptQueue(this, table, client, span[0], span[1])));
  }

  /** The queue of the session that this client has now. */
  @Nullable KeptQueue of(String client) {
    return queues.get(client);
  }

  /** The queue for a session that is new, or that was made anew at the start. */
  @Override
  public SessionMessageQueue<EnqueuedMessage> getOrCreateQueue(String client) {
    KeptQueue queue = found.remove(client);
    if (queue == null) {
      // What an earlier session left is not for this one, even if that is still ending.
      clear(client);
      queue = new KeptQueue(this, table, client, 0, 0);
    }
    queues.put(client, queue);
    return queue;
  }

  /** Each persistent session has one, be it empty. */
  @Override
  public boolean containsQueue(String client) {
    return true;
  }

  /** None without a session: see the constructor. */
  @Override
  public Set<String> listQueueNames() {
    return new HashSet<>();
  }

  void purge(String client, KeptQueue queue) {
    if (queues.remove(client, queue)) {
      clear(client);
    }
  }

  private void clear(String client) {
    String prefix = KeptQueue.prefix(client);
    for (Map.Entry<String, byte[]> entry : table.after(prefix)) {
      if (!entry.getKey().startsWith(prefix)) {
        return;
      }
      table.remove(entry.getKey());
    }
  }

  boolean closed() {
    return closed;
  }

  /** From now on sessions end without their messages being deleted. */
  @Override
  public void close() {
    closed = true;
  }
}
