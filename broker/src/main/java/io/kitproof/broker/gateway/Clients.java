package io.kitproof.broker.gateway;

import io.kitproof.broker.traffic.Connected;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which connection has which client id: one each, the newest. */
final class Clients {

  private final Map<String, Connection> byId = new HashMap<>();

  /** Gives the id to this connection and returns the one that had it. */
  synchronized @Nullable Connection enter(Connection connection) {
    return byId.put(connection.clientId(), connection);
  }

  synchronized void leave(Connection connection) {
    byId.remove(connection.clientId(), connection);
  }

  synchronized @Nullable Connection of(String clientId) {
    return byId.get(clientId);
  }

  synchronized List<Connection> all() {
    return List.copyOf(byId.values());
  }

  synchronized List<Connected> connected() {
    Collection<Connection> all = byId.values();
    return all.stream().filter(Connection::open).map(Connection::connected).toList();
  }
}
