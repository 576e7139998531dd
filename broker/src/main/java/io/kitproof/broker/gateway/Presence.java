package io.kitproof.broker.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kitproof.broker.bus.Bus;
import io.kitproof.broker.bus.Publication;
import io.kitproof.broker.traffic.Disconnect;
import io.kitproof.broker.traffic.Disconnect.Cause;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Tells on the bus who comes and goes and subscribes (facts of AWS IoT 2.3). It belongs to the
 * gateway's thread.
 */
final class Presence {

  /** Below it are the topics of all events. */
  static final String PREFIX = "$aws/events/";

  private static final long FORGOTTEN_NANOS = Duration.ofHours(1).toNanos();
  private static final int REMEMBERED = 10_000;

  private final Bus bus;
  private final Map<String, Visits> visits = new HashMap<>();

  /** What is counted for a client id, until it has been away for an hour. */
  private static final class Visits {
    private String session = "";
    private int version = -1;
    private long leftNanos;
  }

  Presence(Bus bus) {
    this.bus = bus;
  }

  void connected(Connection connection, boolean sessionPresent) {
    if (hasNoEvents(connection)) {
      return;
    }
    Visits mine = visitsOf(connection.clientId());
    mine.version++;
    mine.leftNanos = 0;
    if (!sessionPresent || mine.session.isEmpty()) {
      mine.session = UUID.randomUUID().toString();
    }
    connection.stay().counts(mine.session, mine.version);
    ObjectNode event = event(connection, "connected");
    event.put("ipAddress", connection.ipAddress());
    event.put("versionNumber", mine.version);
    publish("presence/connected/", connection, event);
  }

  void disconnected(Connection connection, Disconnect end) {
    if (hasNoEvents(connection)) {
      return;
    }
    Visits mine = visits.get(connection.clientId());
    if (mine != null && mine.version == connection.stay().version()) {
      mine.leftNanos = System.nanoTime();
    }
    ObjectNode event = event(connection, "disconnected");
    event.put("clientInitiatedDisconnect", end.cause() == Cause.CLIENT_INITIATED_DISCONNECT);
    event.put("disconnectReason", reason(end.cause()));
    event.put("versionNumber", connection.stay().version());
    publish("presence/disconnected/", connection, event);
  }

  void subscribed(Connection connection, List<String> filters) {
    topics("subscribed", connection, filters);
  }

  void unsubscribed(Connection connection, List<String> filters) {
    topics("unsubscribed", connection, filters);
  }

  private void topics(String what, Connection connection, List<String> filters) {
    if (hasNoEvents(connection) || filters.isEmpty()) {
      return;
    }
    ObjectNode event = event(connection, what);
    filters.forEach(event.putArray("topics")::add);
    publish("subscriptions/" + what + "/", connection, event);
  }

  /** AWS IoT knows of no cloud that goes down: to a client that is a server's trouble. */
  private static String reason(Cause cause) {
    return (cause == Cause.CLOUD_DOWN ? Cause.SERVER_ERROR : cause).name();
  }

  private static boolean hasNoEvents(Connection connection) {
    String id = connection.clientId();
    return id.indexOf('+') >= 0 || id.indexOf('#') >= 0;
  }

  private static ObjectNode event(Connection connection, String type) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("clientId", connection.clientId());
    event.put("timestamp", System.currentTimeMillis());
    event.put("eventType", type);
    event.put("sessionIdentifier", connection.stay().session());
    event.put("principalIdentifier", connection.principal());
    return event;
  }

  private void publish(String branch, Connection connection, ObjectNode event) {
    bus.publish(
        Publication.of(
            PREFIX + branch + connection.clientId(),
            event.toString().getBytes(StandardCharsets.UTF_8),
            1));
  }

  private Visits visitsOf(String clientId) {
    Visits mine = visits.get(clientId);
    if (mine != null && forgotten(mine)) {
      visits.remove(clientId);
    } else if (visits.size() >= REMEMBERED) {
      visits.values().removeIf(Presence::forgotten);
    }
    return visits.computeIfAbsent(clientId, id -> new Visits());
  }

  private static boolean forgotten(Visits visits) {
    return visits.leftNanos != 0 && System.nanoTime() - visits.leftNanos > FORGOTTEN_NANOS;
  }
}
