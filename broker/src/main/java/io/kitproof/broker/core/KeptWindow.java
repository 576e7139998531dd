package io.kitproof.broker.core;

import io.moquette.broker.SessionRegistry.EnqueuedMessage;
import io.moquette.broker.SessionRegistry.PublishedMessage;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The messages of QoS 1 on their way to one persistent client, by packet id, in the place of the
 * map that Moquette loses with the process. Belongs to the session's thread.
 */
final class KeptWindow extends HashMap<Integer, EnqueuedMessage> {

  private static final long serialVersionUID = 1;

  private final transient KeptQueue queue;
  private final transient Map<Integer, Long> numbers = new HashMap<>();

  KeptWindow(KeptQueue queue) {
    this.queue = queue;
  }

  @Override
  public @Nullable EnqueuedMessage put(Integer packetId, EnqueuedMessage message) {
    long number =
        message instanceof KeptMessage kept
            ? kept.number()
            : queue.sent((PublishedMessage) message);
    Long before = numbers.put(packetId, number);
    if (before != null) {
      queue.acknowledged(before);
    }
    return super.put(packetId, message);
  }

  @Override
  public @Nullable EnqueuedMessage remove(Object packetId) {
    Long number = numbers.remove(packetId);
    if (number != null) {
      queue.acknowledged(number);
    }
    return super.remove(packetId);
  }

  /** Puts a window into a session of Moquette's that has none yet. */
  static void into(Object session, KeptQueue queue) {
    try {
      Field field = session.getClass().getDeclaredField("inflightWindow");
      field.setAccessible(true);
      if (!(field.get(session) instanceof KeptWindow)) {
        field.set(session, new KeptWindow(queue));
      }
    } catch (ReflectiveOperationException e) {
      throw Timers.unknown(session.getClass(), "inflightWindow", e);
    }
  }
}
