package io.kitproof.broker;

import io.kitproof.broker.gateway.Principals;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The certificates a cloud has issued, and whether they are active. */
final class IssuedCertificates implements Principals {

  private final Map<String, Standing> standings = new ConcurrentHashMap<>();

  void add(String principal) {
    standings.put(principal, Standing.ACTIVE);
  }

  void set(String principal, boolean active) {
    Standing now = active ? Standing.ACTIVE : Standing.INACTIVE;
    if (standings.computeIfPresent(principal, (p, before) -> now) == null) {
      throw new IllegalArgumentException(
          "This cloud has not issued certificate " + principal + ".");
    }
  }

  @Override
  public Standing standing(String principal) {
    return standings.getOrDefault(principal, Standing.UNKNOWN);
  }
}
