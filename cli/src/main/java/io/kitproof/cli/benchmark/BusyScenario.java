package io.kitproof.cli.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.kitproof.fixtures.timeline.Observation;
import io.kitproof.fixtures.timeline.Observation.Asked;
import io.kitproof.fixtures.timeline.Observation.ConsoleLine;
import io.kitproof.fixtures.timeline.Observation.Deed;
import io.kitproof.fixtures.timeline.Observation.LedEdge;
import io.kitproof.fixtures.timeline.Observation.PacketSeen;
import io.kitproof.fixtures.timeline.Observation.RelayMove;
import io.kitproof.fixtures.timeline.Observation.Way;
import java.time.Duration;
import java.util.Optional;

/**
 * What a busy scenario sees, without a bench: presses, packets, edges, and mostly console lines.
 */
final class BusyScenario {
  private static final String KIT = "publisher";
  private static final String BUTTON = "MB1 of publisher";
  private static final String PRINCIPAL =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
  private static final byte[] PAYLOAD = "LIGHT ON".getBytes(US_ASCII);
  private static final long LIMIT = Duration.ofSeconds(2).toNanos();

  /** One press, and all that follows it. */
  private static final int STORY = 20;

  private BusyScenario() {}

  /** Its observation number {@code i}. */
  static Observation seen(int i, long nanos) {
    return switch (i % STORY) {
      case 0 -> new Deed(nanos, "presses/0", BUTTON + " was pressed for 50 ms");
      case 1 -> new RelayMove(nanos, "presses", 0, BUTTON, true, true);
      case 2 -> new RelayMove(nanos, "presses", 0, BUTTON, false, true);
      case 4 -> packet(i, nanos, Way.IN, "wiced_publisher", "PUBLISH");
      case 5 -> packet(i, nanos, Way.OUT, "wiced_publisher", "PUBACK");
      case 7 -> packet(i, nanos, Way.OUT, "wiced_subscriber", "PUBLISH");
      case 8 -> packet(i, nanos, Way.IN, "wiced_subscriber", "PUBACK");
      case 10 -> new LedEdge(nanos, "subscriber", "LED1", i / STORY % 2 == 0, 900_000);
      case 11 -> asked(nanos);
      default -> new ConsoleLine(nanos, i % 2 == 0 ? KIT : "subscriber", "[MQTT] line " + i);
    };
  }

  private static PacketSeen packet(int i, long nanos, Way way, String client, String type) {
    boolean publish = type.equals("PUBLISH");
    Optional<String> topic = publish ? Optional.of("demo/bulb") : Optional.empty();
    byte[] payload = publish ? PAYLOAD : new byte[0];
    return new PacketSeen(
        nanos, 2, way, client, PRINCIPAL, type, topic, payload, 1, false, false, i & 0xffff, "");
  }

  private static Asked asked(long nanos) {
    Observation answer = new LedEdge(nanos - 1000, "subscriber", "LED1", true, 900_000);
    return new Asked(
        nanos,
        "LED1 of subscriber",
        answer.lane(),
        "turn on within 2000 ms",
        nanos - 3_000_000,
        nanos - 3_000_000 + LIMIT,
        true,
        Optional.of(answer),
        "");
  }
}
