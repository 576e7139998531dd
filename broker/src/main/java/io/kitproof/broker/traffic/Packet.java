package io.kitproof.broker.traffic;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One MQTT packet as it crossed the gateway, those that were refused included.
 *
 * @param nanos {@link System#nanoTime()} when its last byte came from the socket, or when its bytes
 *     were handed to the socket
 * @param connection number of the connection, 1 for the first of a cloud
 * @param clientId what the client calls itself, empty before its CONNECT
 * @param principal SHA-256 of the client's certificate in hex, empty if it showed none
 * @param topic of a PUBLISH, or the filter of a SUBSCRIBE or UNSUBSCRIBE with one filter
 * @param payload of a PUBLISH, else empty; not to be changed
 * @param qos of a PUBLISH, else 0
 * @param packetId 0 where the packet has none
 * @param detail the rest in plain words; never holds a password
 */
public record Packet(
    long nanos,
    long connection,
    Direction direction,
    String clientId,
    String principal,
    PacketType type,
    @Nullable String topic,
    byte[] payload,
    int qos,
    boolean retain,
    boolean dup,
    int packetId,
    String detail) {

  /** The payload read as UTF-8; bytes that are not become U+FFFD. */
  public String text() {
    return new String(payload, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    StringBuilder words = new StringBuilder(64);
    words.append('#').append(connection).append(direction == Direction.FROM_CLIENT ? " > " : " < ");
    words.append(clientId.isEmpty() ? "?" : clientId).append(' ').append(type);
    if (topic != null) {
      words.append(' ').append(topic);
    }
    if (type == PacketType.PUBLISH) {
      words.append(" \"").append(text()).append("\" QoS ").append(qos);
      words.append(retain ? " retain" : "").append(dup ? " dup" : "");
    }
    if (packetId != 0) {
      words.append(" id ").append(packetId);
    }
    return detail.isEmpty() ? words.toString() : words + " (" + detail + ")";
  }
}
