package io.moquette.broker;

import io.kitproof.broker.core.BrokerCore;
import io.moquette.interception.BrokerInterceptor;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Session loops that survive whatever happens in them: Moquette's own end for ever. */
final class SturdyLoops extends SessionEventLoopGroup {

  /** Moquette's default of 1024 drops messages in a flood of QoS 1 (measured). */
  private static final int SESSION_QUEUE = 65_536;

  private final BrokerCore.Failures failures;
  private final LongAdder lost = new LongAdder();

  SturdyLoops(BrokerInterceptor interceptor, BrokerCore.Failures failures) {
    super(interceptor, SESSION_QUEUE);
    this.failures = failures;
  }

  /** How many commands found no room in the queue of a loop. */
  long lost() {
    return lost.sum();
  }

  @Override
  int targetQueueOrdinal(String clientId) {
    // Moquette's Math.abs is negative for a client id whose hash is Integer.MIN_VALUE.
    return Math.floorMod(clientId.hashCode(), getEventLoopCount());
  }

  @Override
  public PostOffice.RouteResult routeCommand(
      String clientId, String description, Callable<Void> action) {
    PostOffice.RouteResult result =
        super.routeCommand(clientId, description, () -> tried(clientId, action));
    if (!result.isSuccess()) {
      lost.increment();
    }
    return result;
  }

  private @Nullable Void tried(String clientId, Callable<Void> action) {
    try {
      return action.call();
    } catch (
        Throwable failure) { // an assertion that fails in Moquette must not end the loop either
      failures.failed(clientId, failure);
      return null;
    }
  }
}
