package io.kitproof.broker.bus;

/** A part of the cloud that serves a branch of the reserved topics, such as the shadows. */
public interface TopicService {

  /** Whether clients may publish to this reserved topic. */
  boolean takes(String topic);

  /** Whether clients may subscribe to this reserved filter, wildcards and all. */
  boolean offers(String filter);

  /**
   * A client has published to a topic that this service takes; its policy allowed it, and the
   * message itself has been routed to subscribers. One call at a time for each client; must not
   * block. Answers go out through the {@link Bus}.
   *
   * @param clientId of the sender
   * @param principal SHA-256 of the sender's certificate in hex
   */
  void received(Publication publication, String clientId, String principal);
}
