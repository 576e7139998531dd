package io.kitproof.broker.gateway;

import io.kitproof.broker.bus.Publication;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a client from its CONNECT on. It belongs to the gateway's thread; terms, expiry
 * and subscriptions may be read by others.
 */
final class Stay {

  private final Map<String, Integer> subscriptions = new ConcurrentHashMap<>();
  private volatile @Nullable Terms terms;
  private volatile Duration sessionExpiry = Duration.ZERO;
  private @Nullable Publication will;
  private boolean willInAnyCase;
  private String session = "";
  private int version;

  void begins(Terms granted) {
    terms = granted;
    will = granted.will();
    sessionExpiry = granted.sessionExpiry();
  }

  /** What was granted to the client; to be asked for only after its CONNECT. */
  Terms terms() {
    return Objects.requireNonNull(terms);
  }

  /** The QoS of each filter that was subscribed to over this connection. */
  Map<String, Integer> subscriptions() {
    return subscriptions;
  }

  /**
   * What to send when the connection ends.
   *
   * @param goodbye whether the client ended it, which mostly means that it wants nothing sent
   */
  @Nullable Publication will(boolean goodbye) {
    return goodbye && !willInAnyCase ? null : will;
  }

  void withoutWill() {
    will = null;
  }

  void willInAnyCase() {
    willInAnyCase = true;
  }

  /** How long the session lasts after the connection. */
  Duration sessionExpiry() {
    return sessionExpiry;
  }

  void sessionExpiry(Duration newExpiry) {
    sessionExpiry = newExpiry;
  }

  /** How lifecycle events call the session, and which of its client's connections this is. */
  void counts(String sessionIdentifier, int versionNumber) {
    session = sessionIdentifier;
    version = versionNumber;
  }

  String session() {
    return session;
  }

  int version() {
    return version;
  }
}
