package io.moquette.broker;

import io.kitproof.broker.core.BrokerCore;
import io.kitproof.broker.core.Timers;
import io.moquette.BrokerConstants;
import io.moquette.broker.security.PermitAllAuthorizatorPolicy;
import io.moquette.broker.subscriptions.CTrieSubscriptionDirectory;
import io.moquette.interception.BrokerInterceptor;
import io.moquette.persistence.MemorySessionsRepository;
import io.moquette.persistence.MemorySubscriptionsRepository;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.util.AttributeKey;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Moquette's parts put together without its server: no acceptor (it takes 2 s to stop), no
 * persistence, no files, no telemetry. It lives in Moquette's package because those parts are
 * package-private there; it is the only class of ours that does.
 */
public final class MoquetteCore implements BrokerCore {

  /** Moquette's default of 1024 drops messages in a flood of QoS 1 (measured). */
  private static final int SESSION_QUEUE = 65_536;

  private static final int NEVER_EXPIRES = Integer.MAX_VALUE;

  /** Moquette asks for a scheduler and does nothing with it; this one has no thread. */
  private static final ScheduledExecutorService UNUSED = Executors.newScheduledThreadPool(0);

  private static final AttributeKey<Object> CONNECTION = AttributeKey.valueOf("connection");

  private final AtomicBoolean closed = new AtomicBoolean();
  private final BrokerInterceptor interceptor = new BrokerInterceptor(List.of());
  private final Timers timers = new Timers();
  private final SessionRegistry sessions;
  private final PostOffice postOffice;
  private final NewNettyMQTTHandler handler;

  public MoquetteCore(Failures failures) {
    Clock clock = Clock.systemUTC();
    SessionEventLoopGroup loops = new SturdyLoops(interceptor, failures);
    Authorizator allowAll = new Authorizator(new PermitAllAuthorizatorPolicy());
    CTrieSubscriptionDirectory subscriptions = new CTrieSubscriptionDirectory();
    subscriptions.init(new MemorySubscriptionsRepository());
    MemorySessionsRepository memory = new MemorySessionsRepository();
    sessions =
        new SessionRegistry(
            subscriptions,
            memory,
            new MemoryQueueRepository(),
            allowAll,
            UNUSED,
            clock,
            NEVER_EXPIRES,
            loops);
    postOffice =
        new PostOffice(
            subscriptions,
            new MemoryRetainedRepository(),
            sessions,
            memory,
            interceptor,
            allowAll,
            loops,
            clock,
            MqttQoS.AT_LEAST_ONCE);
    Timers.tame(interceptor);
    timers.takeOver(sessions, "sessionExpirationService");
    timers.takeOver(postOffice, "willExpirationService");
    timers.takeOver(postOffice, "retainedMessagesExpirationService");
    boolean anonymous = true;
    boolean certificateIsUser = false;
    boolean emptyClientId = true;
    BrokerConfiguration configuration =
        new BrokerConfiguration(
            anonymous,
            certificateIsUser,
            emptyClientId,
            false,
            BrokerConstants.IMMEDIATE_BUFFER_FLUSH,
            BrokerConstants.RECEIVE_MAXIMUM,
            BrokerConstants.DISABLED_TOPIC_ALIAS);
    handler =
        new NewNettyMQTTHandler(
            new MQTTConnectionFactory(
                configuration, (client, user, password) -> true, sessions, postOffice));
  }

  @Override
  public ChannelHandler connections() {
    return handler;
  }

  @Override
  public boolean accepts(Channel channel) {
    return channel.attr(CONNECTION).get() instanceof MQTTConnection c && c.isConnected();
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      timers.close();
      postOffice.terminate();
      sessions.close();
      interceptor.stop();
    }
  }

  /** Session loops that survive whatever happens in them: Moquette's own end for ever. */
  private static final class SturdyLoops extends SessionEventLoopGroup {

    private final Failures failures;

    SturdyLoops(BrokerInterceptor interceptor, Failures failures) {
      super(interceptor, SESSION_QUEUE);
      this.failures = failures;
    }

    @Override
    int targetQueueOrdinal(String clientId) {
      // Moquette's Math.abs is negative for a client id whose hash is Integer.MIN_VALUE.
      return Math.floorMod(clientId.hashCode(), getEventLoopCount());
    }

    @Override
    public PostOffice.RouteResult routeCommand(
        String clientId, String description, Callable<Void> action) {
      return super.routeCommand(clientId, description, () -> tried(clientId, action));
    }

    private Void tried(String clientId, Callable<Void> action) {
      try {
        return action.call();
      } catch (
          Throwable failure) { // an assertion that fails in Moquette must not end the loop either
        failures.failed(clientId, failure);
        return null;
      }
    }
  }
}
