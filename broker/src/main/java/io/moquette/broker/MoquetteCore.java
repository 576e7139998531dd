package io.moquette.broker;

import io.kitproof.broker.bus.Publication;
import io.kitproof.broker.bus.RetainedMessages;
import io.kitproof.broker.core.AwsSubscriptions;
import io.kitproof.broker.core.BrokerCore;
import io.kitproof.broker.core.Kept;
import io.kitproof.broker.core.Messages;
import io.kitproof.broker.core.Timers;
import io.kitproof.broker.store.Store;
import io.moquette.BrokerConstants;
import io.moquette.broker.security.PermitAllAuthorizatorPolicy;
import io.moquette.interception.BrokerInterceptor;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.util.AttributeKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Moquette's parts put together without its server: no acceptor (it takes 2 s to stop), no
 * persistence of its own, no telemetry. It and what belongs to it live in Moquette's package
 * because those parts are package-private there.
 */
public final class MoquetteCore implements BrokerCore {

  /** Seven days: facts of AWS IoT 2.4. */
  private static final int LONGEST_SESSION_SECONDS = 7 * 24 * 3600;

  private static final int ANY_NUMBER = 65_535;
  private static final AttributeKey<Object> CONNECTION = AttributeKey.valueOf("connection");

  private final AtomicBoolean closed = new AtomicBoolean();
  private final BrokerInterceptor interceptor = new BrokerInterceptor(List.of());
  private final Timers timers = new Timers();
  private final SturdyLoops loops;
  private final AwsSessions sessions;
  private final KeptMessages retained;
  private final AwsPostOffice postOffice;
  private final Handler handler;
  private final Clock clock = Clock.systemUTC();

  public MoquetteCore(Failures failures, Store store) {
    Kept kept = new Kept(store, clock);
    loops = new SturdyLoops(interceptor, failures);
    Authorizator allowAll = new Authorizator(new PermitAllAuthorizatorPolicy());
    AwsSubscriptions subscriptions = new AwsSubscriptions();
    subscriptions.init(kept.subscriptions());
    sessions =
        new AwsSessions(subscriptions, kept, allowAll, clock, LONGEST_SESSION_SECONDS, loops);
    retained = new KeptMessages(kept.retained(), clock);
    postOffice =
        new AwsPostOffice(
            subscriptions,
            retained,
            sessions,
            kept.sessions(),
            interceptor,
            allowAll,
            loops,
            clock);
    Timers.withoutThreads(interceptor);
    timers.takeOver(SessionRegistry.class, sessions, "sessionExpirationService");
    timers.takeOver(PostOffice.class, postOffice, "willExpirationService");
    timers.takeOver(PostOffice.class, postOffice, "retainedMessagesExpirationService");
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
        new Handler(
            new MQTTConnectionFactory(
                configuration, (client, user, password) -> true, sessions, postOffice),
            sessions);
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
  public void publish(Publication publication) {
    Instant expiry = publication.extras().expiry().map(clock.instant()::plus).orElse(Instant.MAX);
    postOffice.publish(Messages.of(publication), expiry);
  }

  @Override
  public RetainedMessages retained() {
    return retained;
  }

  @Override
  public void resend(Channel channel) {
    if (channel.attr(CONNECTION).get() instanceof MQTTConnection connection) {
      loops.routeCommand(
          connection.getClientId(),
          "RESEND",
          () -> {
            resend(connection);
            return null;
          });
    }
  }

  /** What is sent again has its place in the window already, so it may not take another one. */
  private static void resend(MQTTConnection connection) {
    Quota window = connection.sendQuota();
    connection.assignSendQuota(MQTTConnection.createQuota(ANY_NUMBER));
    try {
      connection.resendNotAckedPublishes();
    } finally {
      connection.assignSendQuota(window);
    }
  }

  @Override
  public void expireAfter(String clientId, Duration time) {
    int seconds = (int) Math.min(time.toSeconds(), LONGEST_SESSION_SECONDS);
    loops.routeCommand(
        clientId,
        "EXPIRY",
        () -> {
          sessions.expireAfter(clientId, seconds);
          return null;
        });
  }

  @Override
  public void forget(String clientId) {
    loops.routeCommand(
        clientId,
        "FORGET",
        () -> {
          sessions.drop(clientId);
          return null;
        });
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

  /** Moquette's handler, which also tells the sessions whose connection is new. */
  @Sharable
  private static final class Handler extends NewNettyMQTTHandler {

    private final AwsSessions sessions;

    Handler(MQTTConnectionFactory connections, AwsSessions sessions) {
      super(connections);
      this.sessions = sessions;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
      if (message instanceof MqttConnectMessage connect
          && ctx.channel().attr(CONNECTION).get() instanceof MQTTConnection connection) {
        sessions.arrives(connect.payload().clientIdentifier(), connection);
      }
      super.channelRead(ctx, message);
    }
  }
}
