package io.kitproof.broker.bus;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The properties of an MQTT 5 PUBLISH that travel with a message. */
public record Extras(
    Optional<String> contentType,
    Optional<String> responseTopic,
    Optional<byte[]> correlationData,
    boolean utf8,
    Optional<Duration> expiry,
    List<Map.Entry<String, String>> userProperties) {

  /** None of them. */
  public static final Extras NONE =
      new Extras(
          Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty(), List.of());
}
