package io.kitproof.boards.kit.mqtt;

/** The application's callbacks; they run on the library's thread, which does nothing meanwhile. */
public interface MqttListener {
  /** Something that the application may be waiting for has happened. */
  void event(MqttEvent event);

  /** A message of a subscribed topic came. */
  void message(String topic, byte[] payload);
}
