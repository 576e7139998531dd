package io.kitproof.broker.gateway;

import io.kitproof.broker.bus.TopicService;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one connection may do. Decisions on topics are remembered until something changes, since a
 * client uses few topics and policies are long.
 */
final class Grants {

  private static final int REMEMBERED = 512;

  private final Connection connection;
  private final House house;
  private final Map<String, Verdict> publishes = new HashMap<>();
  private final Map<String, Boolean> receives = new HashMap<>();
  private @Nullable Guest guest;
  private @Nullable Permissions permissions;
  private long changes;

  /**
   * What is to be done with a PUBLISH to a topic.
   *
   * @param wrong why nobody may publish to it, if so
   * @param allowed by policy
   * @param service that takes it, if it is reserved
   */
  record Verdict(@Nullable Refusal wrong, boolean allowed, @Nullable TopicService service) {}

  Grants(Connection connection, House house) {
    this.connection = connection;
    this.house = house;
  }

  /** The guest on whose behalf everything is asked from now on. */
  void areFor(Guest newGuest) {
    guest = newGuest;
    forget();
  }

  private void forgetWhatHasChanged() {
    long now = house.changes().get();
    if (now != changes) {
      changes = now;
      forget();
    }
  }

  void forget() {
    permissions = null;
    publishes.clear();
    receives.clear();
  }

  boolean allows(Action action, String name) {
    forgetWhatHasChanged();
    Guest who = guest;
    if (who == null) {
      return false;
    }
    if (permissions == null) {
      permissions = house.principals().permissions(connection.principal(), who);
    }
    return permissions.allows(action, name);
  }

  Verdict publish(String topic) {
    forgetWhatHasChanged();
    Verdict known = publishes.get(topic);
    if (known == null) {
      Refusal wrong = house.rules().topic(topic, "PUBLISH");
      boolean allowed = wrong == null && allows(Action.PUBLISH, topic);
      TopicService service = allowed && Topics.reserved(topic) ? house.services().of(topic) : null;
      known = new Verdict(wrong, allowed, service);
      remember(publishes, topic, known);
    }
    return known;
  }

  boolean receive(String topic) {
    forgetWhatHasChanged();
    Boolean known = receives.get(topic);
    if (known == null) {
      known = allows(Action.RECEIVE, topic);
      remember(receives, topic, known);
    }
    return known;
  }

  private static <T> void remember(Map<String, T> all, String topic, T decision) {
    if (all.size() >= REMEMBERED) {
      all.clear();
    }
    all.put(topic, decision);
  }
}
