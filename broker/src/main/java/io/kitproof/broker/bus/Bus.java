package io.kitproof.broker.bus;

/** Publishes in the name of the cloud itself, with no policy asked of the sender. */
public interface Bus {

  /**
   * Routes a message to everyone who has subscribed to its topic and may receive it. Returns at
   * once, from any thread; messages of one thread stay in their order.
   */
  void publish(Publication publication);
}
