package io.kitproof.broker.gateway;

/** What one guest may do, as it was when the permissions were asked for. */
@FunctionalInterface
public interface Permissions {

  /**
   * Decides; never throws and never blocks.
   *
   * @param name the client id, topic or filter, without the prefix of an ARN
   */
  boolean allows(Action action, String name);
}
