package io.kitproof.broker.gateway;

import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/** Principals of whom every one is active and may do what the test wants. */
public final class OpenHouse implements Principals {

  private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();
  private volatile Standing standing = Standing.ACTIVE;
  private volatile Rule rule = (principal, guest, action, name) -> true;

  /** Decides for everyone. */
  public interface Rule {
    boolean allows(String principal, Guest guest, Action action, String name);
  }

  public void rule(Rule newRule) {
    rule = newRule;
    listeners.forEach(Runnable::run);
  }

  public void standing(Standing newStanding) {
    standing = newStanding;
    listeners.forEach(Runnable::run);
  }

  @Override
  public Standing standing(String principal) {
    return standing;
  }

  @Override
  public Permissions permissions(String principal, Guest guest) {
    Rule now = rule;
    return (action, name) -> now.allows(principal, guest, action, name);
  }

  @Override
  public AutoCloseable onChange(Runnable somethingChanged) {
    listeners.add(somethingChanged);
    return () -> listeners.remove(somethingChanged);
  }
}
