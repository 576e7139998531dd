package io.kitproof.broker.gateway;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The misbehaviour that is in force: of several for one name the newest counts. */
final class Script {

  private final Map<String, Deque<Scripted<Misbehaviour.AtConnect>>> connects = new HashMap<>();
  private final Map<String, Deque<Scripted<Misbehaviour.AtPublish>>> publishes = new HashMap<>();
  private final Map<String, Deque<Scripted<Misbehaviour.AtSubscribe>>> subscribes = new HashMap<>();

  /** One registration; its identity is what rolls it back. */
  private static final class Scripted<T> {
    final T what;

    Scripted(T what) {
      this.what = what;
    }
  }

  Rollback onConnect(String clientId, Misbehaviour.AtConnect what) {
    return add(connects, clientId, what);
  }

  Rollback onPublish(String topic, Misbehaviour.AtPublish what) {
    return add(publishes, topic, what);
  }

  Rollback onSubscribe(String filter, Misbehaviour.AtSubscribe what) {
    return add(subscribes, filter, what);
  }

  Misbehaviour.@Nullable AtConnect atConnect(String clientId) {
    return newest(connects, clientId);
  }

  Misbehaviour.@Nullable AtPublish atPublish(String topic) {
    return newest(publishes, topic);
  }

  Misbehaviour.@Nullable AtSubscribe atSubscribe(String filter) {
    return newest(subscribes, filter);
  }

  private synchronized <T> Rollback add(Map<String, Deque<Scripted<T>>> all, String name, T what) {
    Scripted<T> scripted = new Scripted<>(what);
    all.computeIfAbsent(name, n -> new ArrayDeque<>()).addFirst(scripted);
    return () -> remove(all, name, scripted);
  }

  private synchronized <T> void remove(
      Map<String, Deque<Scripted<T>>> all, String name, Scripted<T> scripted) {
    Deque<Scripted<T>> ofName = all.get(name);
    if (ofName != null && ofName.remove(scripted) && ofName.isEmpty()) {
      all.remove(name);
    }
  }

  private synchronized <T> @Nullable T newest(Map<String, Deque<Scripted<T>>> all, String name) {
    Deque<Scripted<T>> ofName = all.get(name);
    return ofName == null ? null : ofName.getFirst().what;
  }
}
