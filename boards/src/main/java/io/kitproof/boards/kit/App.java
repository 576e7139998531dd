package io.kitproof.boards.kit;

import java.util.Locale;

/** The apps of the course that a virtual kit can run. */
public enum App {
  /** Publishes LIGHT OFF and LIGHT ON in turn, once a press. */
  PUBLISHER,
  /** Its LED follows the messages of a topic. */
  SUBSCRIBER,
  /** Keeps its LED and the shadow of its thing in step, once it is configured. */
  SHADOW,
  /** A publisher that connects again, on the plain MQTT library. */
  PUBLISHER_MQTT,
  /** A subscriber that connects again, on the plain MQTT library. */
  SUBSCRIBER_MQTT,
  /** Asks for the shadow of a thing over HTTPS, once. */
  AWS_GET,
  /** Reports the weather in its shadow and shows that of other stations; takes keys. */
  WEATHER_STATION;

  /** The name people and bench files use: {@code publisher-mqtt}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it is for, however it does it: a publisher, whether or not it connects again. */
  public App role() {
    return switch (this) {
      case PUBLISHER_MQTT -> PUBLISHER;
      case SUBSCRIBER_MQTT -> SUBSCRIBER;
      case PUBLISHER, SUBSCRIBER, SHADOW, AWS_GET, WEATHER_STATION -> this;
    };
  }

  /** Whether it stays connected to the message broker. */
  public boolean staysConnected() {
    return this != AWS_GET;
  }

  /** Whether its source names a topic; those of shadows follow from their things. */
  public boolean hasTopic() {
    return role() == PUBLISHER || role() == SUBSCRIBER;
  }
}
