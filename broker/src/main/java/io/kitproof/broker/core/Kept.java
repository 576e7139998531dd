package io.kitproof.broker.core;

import io.kitproof.broker.store.Store;
import io.moquette.broker.IQueueRepository;
import io.moquette.broker.ISessionsRepository;
import io.moquette.broker.ISubscriptionsRepository;
import io.moquette.broker.subscriptions.Subscription;
import java.time.Clock;
import java.util.List;

/**
 * What Moquette keeps, in tables of ours. Its own repositories over H2 delete all queues in an
 * orderly close, mix up the queues of clients called {@code a} and {@code a_meta}, and know nothing
 * of messages on their way.
 */
public final class Kept {

  private final KeptSessions sessions;
  private final KeptQueues queues;
  private final KeptSubscriptions subscriptions;
  private final KeptRetained retained;

  /** Finds what the store holds. */
  public Kept(Store store, Clock clock) {
    sessions = new KeptSessions(store.table("core.sessions"), clock);
    queues = new KeptQueues(store.table("core.queues"), sessions::has);
    subscriptions = new KeptSubscriptions(store.table("core.subscriptions"), sessions);
    retained = new KeptRetained(store.table("core.retained"));
  }

  public ISessionsRepository sessions() {
    return sessions;
  }

  public IQueueRepository queues() {
    return queues;
  }

  public ISubscriptionsRepository subscriptions() {
    return subscriptions;
  }

  public KeptRetained retained() {
    return retained;
  }

  /** The subscriptions of the sessions that are there; the share's name is empty if it has none. */
  public List<Subscription> subscribed() {
    return subscriptions.restore();
  }

  /** From now on what is on its way to this client is kept until it is acknowledged. */
  public void watch(Object session, String client) {
    KeptQueue queue = queues.of(client);
    if (queue != null) {
      KeptWindow.into(session, queue);
    }
  }
}
