package io.moquette.broker;

import io.kitproof.broker.core.Kept;
import io.moquette.broker.Session.SessionStatus;
import io.moquette.broker.subscriptions.ISubscriptionsDirectory;
import io.moquette.broker.subscriptions.ShareName;
import io.moquette.broker.subscriptions.Subscription;
import io.moquette.broker.subscriptions.Topic;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectVariableHeader;
import io.netty.handler.codec.mqtt.MqttProperties.MqttProperty;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Sessions that expire when their newest CONNECT says, which Moquette reads only once; that queue
 * messages even if they were begun with a clean start; and whose packet ids go on from connection
 * to connection, so that what is not acknowledged yet is not taken for something new.
 */
final class AwsSessions extends SessionRegistry {

  /** More than can be in flight while a connection is taken over. */
  private static final int IDS_TO_SKIP = 256;

  /** Moquette asks for a scheduler and does nothing with it; this one has no thread. */
  private static final ScheduledExecutorService UNUSED = Executors.newScheduledThreadPool(0);

  private final Map<String, MQTTConnection> newest = new ConcurrentHashMap<>();
  private final ISubscriptionsDirectory subscriptions;
  private final Kept kept;
  private final ISessionsRepository repository;
  private final Clock clock;

  AwsSessions(
      ISubscriptionsDirectory subscriptions,
      Kept kept,
      Authorizator authorizator,
      Clock clock,
      int longestSeconds,
      SturdyLoops loops) {
    super(
        subscriptions,
        kept.sessions(),
        kept.queues(),
        authorizator,
        UNUSED,
        clock,
        longestSeconds,
        loops);
    this.subscriptions = subscriptions;
    this.kept = kept;
    this.repository = kept.sessions();
    this.clock = clock;
    kept.subscribed().forEach(this::restore);
  }

  private void restore(Subscription known) {
    String clientId = known.getClientId();
    Topic filter = known.getTopicFilter();
    if (!known.getShareName().isEmpty()) {
      ShareName share = new ShareName(known.getShareName());
      if (known.hasSubscriptionIdentifier()) {
        subscriptions.addShared(
            clientId, share, filter, known.option(), known.getSubscriptionIdentifier());
      } else {
        subscriptions.addShared(clientId, share, filter, known.option());
      }
      return;
    }
    if (known.hasSubscriptionIdentifier()) {
      subscriptions.add(clientId, filter, known.option(), known.getSubscriptionIdentifier());
    } else {
      subscriptions.add(clientId, filter, known.option());
    }
    retrieve(clientId).addSubscriptions(List.of(known));
  }

  /** A CONNECT of this client id came in over this connection. */
  void arrives(String clientId, MQTTConnection connection) {
    MQTTConnection before = newest.put(clientId, connection);
    if (before != null) {
      int used = before.nextPacketId() + IDS_TO_SKIP;
      for (int i = 0; i < used; i++) {
        connection.nextPacketId();
      }
    }
  }

  @Override
  SessionCreationResult createOrReopenSession(
      MqttConnectMessage connect, String clientId, @Nullable String user) {
    int seconds = expirySeconds(connect);
    boolean outlives = connect.variableHeader().isCleanSession() && seconds > 0;
    if (outlives || ends(retrieve(clientId))) {
      drop(clientId);
    }
    SessionCreationResult result =
        super.createOrReopenSession(outlives ? unclean(connect) : connect, clientId, user);
    expireAfter(result.session, seconds);
    if (seconds > 0) {
      kept.watch(result.session, clientId);
    }
    return result;
  }

  /** A session that ends with its connection ends as well if that is taken over. */
  private static boolean ends(@Nullable Session session) {
    return session != null && session.expireImmediately();
  }

  @Override
  void connectionClosed(Session session) {
    // Moquette takes every session for connected, but the client may be gone before its CONNACK is
    // out; and it tells of the end twice then.
    var unused = session.assignState(SessionStatus.CONNECTING, SessionStatus.DISCONNECTED);
    if (session.assignState(SessionStatus.DESTROYED, SessionStatus.DESTROYED)) {
      return;
    }
    super.connectionClosed(session);
    if (!session.expireImmediately()) {
      repository.saveSession(session.getSessionData().withExpirationComputed());
    }
  }

  /** How long the session of this client lasts after its connection. */
  void expireAfter(String clientId, int seconds) {
    Session session = retrieve(clientId);
    if (session != null) {
      expireAfter(session, seconds);
    }
  }

  private void expireAfter(Session session, int seconds) {
    var data =
        new ISessionsRepository.SessionData(
            session.getClientID(), MqttVersion.MQTT_5, seconds, clock);
    session.updateSessionData(data);
    repository.saveSession(data);
  }

  /** Ends the session of this client, its connection included, whatever state they are in. */
  void drop(String clientId) {
    Session session = retrieve(clientId);
    if (session == null) {
      return;
    }
    if (!session.disconnected()) {
      session.closeImmediately();
    }
    if (session.assignState(SessionStatus.DISCONNECTED, SessionStatus.DESTROYED)) {
      remove(session);
      repository.delete(session.getSessionData());
      subscriptions.removeSharedSubscriptionsForClient(clientId);
    }
  }

  @Override
  void remove(Session session) {
    newest.remove(session.getClientID());
    super.remove(session);
  }

  private static int expirySeconds(MqttConnectMessage connect) {
    MqttProperty<?> property =
        connect
            .variableHeader()
            .properties()
            .getProperty(MqttPropertyType.SESSION_EXPIRY_INTERVAL.value());
    return property == null ? 0 : (Integer) property.value();
  }

  private static MqttConnectMessage unclean(MqttConnectMessage connect) {
    MqttConnectVariableHeader header = connect.variableHeader();
    return new MqttConnectMessage(
        connect.fixedHeader(),
        new MqttConnectVariableHeader(
            header.name(),
            header.version(),
            header.hasUserName(),
            header.hasPassword(),
            header.isWillRetain(),
            header.willQos(),
            header.isWillFlag(),
            false,
            header.keepAliveTimeSeconds(),
            header.properties()),
        connect.payload());
  }
}
