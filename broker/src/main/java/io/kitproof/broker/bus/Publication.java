package io.kitproof.broker.bus;

/**
 * A message on its way to subscribers.
 *
 * @param topic not a filter, at most 256 bytes of UTF-8
 * @param payload at most 128 KiB; not to be changed
 * @param qos 0 or 1
 * @param retain whether to keep it for later subscribers of exactly this topic
 * @param extras what only MQTT 5 can say
 */
public record Publication(String topic, byte[] payload, int qos, boolean retain, Extras extras) {

  /** A plain message, not retained. */
  public static Publication of(String topic, byte[] payload, int qos) {
    return new Publication(topic, payload, qos, false, Extras.NONE);
  }
}
