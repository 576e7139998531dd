package io.kitproof.broker.gateway;

import io.kitproof.broker.bus.Publication;
import io.kitproof.broker.core.Messages;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for in its CONNECT and what it is granted (facts of AWS IoT 2.1, 2.2, 2.4).
 *
 * @param sessionExpiry how long the session lasts after the connection; zero ends it with it
 * @param window how many messages of QoS 1 may be on their way to the client
 * @param largestPacket in bytes, that the client takes
 */
record Terms(
    boolean cleanStart,
    Duration askedKeepAlive,
    Duration keepAlive,
    Duration askedExpiry,
    Duration sessionExpiry,
    int window,
    long largestPacket,
    @Nullable Publication will,
    Duration willDelay) {

  /** Of a persistent session of MQTT 3.1.1, which cannot say how long it is to be kept. */
  static final Duration PERSISTENT_SESSION = Duration.ofHours(1);

  static final Duration LONGEST_SESSION = Duration.ofDays(7);

  /** Each way, of QoS 1. */
  static final int WINDOW = 100;

  private static final int MIN_KEEP_ALIVE = 30;
  private static final int MAX_KEEP_ALIVE = 1200;

  static Terms of(MqttConnectMessage connect) {
    var header = connect.variableHeader();
    boolean clean = header.isCleanSession();
    MqttProperties properties = header.properties();
    Duration asked =
        header.version() == 5
            ? seconds(properties, MqttPropertyType.SESSION_EXPIRY_INTERVAL)
            : clean ? Duration.ZERO : PERSISTENT_SESSION;
    int window =
        Messages.value(properties, MqttPropertyType.RECEIVE_MAXIMUM, Integer.class).orElse(WINDOW);
    long largest =
        Messages.value(properties, MqttPropertyType.MAXIMUM_PACKET_SIZE, Integer.class)
            .map(Integer::toUnsignedLong)
            .orElse(Long.MAX_VALUE);
    return new Terms(
        clean,
        Duration.ofSeconds(header.keepAliveTimeSeconds()),
        Duration.ofSeconds(keepAlive(header.keepAliveTimeSeconds())),
        asked,
        asked.compareTo(LONGEST_SESSION) > 0 ? LONGEST_SESSION : asked,
        Math.min(window, WINDOW),
        largest,
        willOf(connect),
        seconds(connect.payload().willProperties(), MqttPropertyType.WILL_DELAY_INTERVAL));
  }

  /** Seconds: 30 to 1200, and 0, which is none at all, is 1200. */
  static int keepAlive(int asked) {
    return asked == 0 ? MAX_KEEP_ALIVE : Math.min(Math.max(asked, MIN_KEEP_ALIVE), MAX_KEEP_ALIVE);
  }

  boolean persistent() {
    return !sessionExpiry.isZero();
  }

  /** As policies know them: {@code iot:ConnectAttributes}. */
  Set<String> connectAttributes() {
    Set<String> attributes = new HashSet<>();
    if (persistent()) {
      attributes.add("PersistentConnect");
    }
    if (will != null) {
      attributes.add("LastWill");
    }
    return attributes;
  }

  Optional<String> willTopic() {
    return Optional.ofNullable(will).map(Publication::topic);
  }

  private static @Nullable Publication willOf(MqttConnectMessage connect) {
    var header = connect.variableHeader();
    byte[] message = connect.payload().willMessageInBytes();
    return header.isWillFlag()
        ? new Publication(
            String.valueOf(connect.payload().willTopic()),
            message == null ? new byte[0] : message,
            header.willQos(),
            header.isWillRetain(),
            Messages.extras(connect.payload().willProperties()))
        : null;
  }

  private static Duration seconds(MqttProperties properties, MqttPropertyType type) {
    return Messages.value(properties, type, Integer.class)
        .map(seconds -> Duration.ofSeconds(Integer.toUnsignedLong(seconds)))
        .orElse(Duration.ZERO);
  }
}
