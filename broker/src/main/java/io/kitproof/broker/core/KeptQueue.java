package io.kitproof.broker.core;

import io.kitproof.broker.store.Table;
import io.moquette.broker.AbstractSessionMessageQueue;
import io.moquette.broker.SessionRegistry.EnqueuedMessage;
import io.moquette.broker.SessionRegistry.PublishedMessage;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The messages of QoS 1 for one session, each with a number, in a table. One that is taken out to
 * be sent stays in the table until it is acknowledged; after a restart all are sent in the order of
 * their numbers, beginning with those that had been on their way. Belongs to the session's thread.
 */
final class KeptQueue extends AbstractSessionMessageQueue<EnqueuedMessage> {

  private final KeptQueues all;
  private final Table table;
  private final String client;

  /** The next one to be sent. */
  private long next;

  /** The number of the next one that comes in. */
  private long end;

  KeptQueue(KeptQueues all, Table table, String client, long first, long end) {
    this.all = all;
    this.table = table;
    this.client = client;
    this.next = first;
    this.end = end;
  }

  @Override
  public void enqueue(EnqueuedMessage message) {
    checkEnqueuePreconditions(message);
    put(end++, (PublishedMessage) message);
    message.release();
  }

  @Override
  public @Nullable EnqueuedMessage dequeue() {
    checkDequeuePreconditions();
    while (next < end) {
      long number = next++;
      byte[] bytes = table.get(key(client, number));
      if (bytes != null) {
        KeptMessage message = KeptMessage.of(number, bytes);
        if (!message.isExpired()) {
          return message;
        }
        acknowledged(number);
      }
    }
    return null;
  }

  @Override
  public boolean isEmpty() {
    checkIsEmptyPreconditions();
    return next == end;
  }

  /** Keeps a message that is sent without waiting in the queue; tells its number. */
  long sent(PublishedMessage message) {
    long number = end++;
    next = end;
    put(number, message);
    return number;
  }

  private void put(long number, PublishedMessage message) {
    table.put(key(client, number), KeptMessage.bytes(message));
  }

  /** Deletes the message of that number. */
  void acknowledged(long number) {
    if (!all.closed()) {
      table.remove(key(client, number));
    }
  }

  /** The session has ended, or the core has: then everything is kept for the next start. */
  @Override
  public void closeAndPurge() {
    closed = true;
    if (!all.closed()) {
      all.purge(client, this);
    }
  }

  /** Client ids hold no NUL (MQTT-1.5.4-2). */
  static String prefix(String client) {
    return client + '\0';
  }

  private static String key(String client, long number) {
    return prefix(client) + HexFormat.of().toHexDigits(number);
  }

  static String client(String key) {
    return key.substring(0, key.indexOf('\0'));
  }

  static long number(String key) {
    return HexFormat.fromHexDigitsToLong(key, key.indexOf('\0') + 1, key.length());
  }
}
