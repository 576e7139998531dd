package io.kitproof.boards.kit.mqtt;

/** The application's callbacks; they run on the library's thread, which does nothing meanwhile. */
public interface MqttListener {
  /** Something that the application may be waiting for has happened. */
  void event(MqttEvent event);

  /**
   * A CONNACK came, 0 for "accepted". In WICED 4.1 the code does not reach the application, which
   * sees an event like any other.
   */
  default void connack(int code) {
    event(MqttEvent.CONNECT_REQ_STATUS);
  }

  /** A message of a subscribed topic came. */
  void message(String topic, byte[] payload);
}
