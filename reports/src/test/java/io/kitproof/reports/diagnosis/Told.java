package io.kitproof.reports.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kitproof.boards.kit.App;
import io.kitproof.boards.kit.Profile;
import io.kitproof.fixtures.timeline.Observation;
import io.kitproof.fixtures.timeline.Observation.ConnectionEnd;
import io.kitproof.fixtures.timeline.Observation.ConsoleLine;
import io.kitproof.fixtures.timeline.Observation.Deed;
import io.kitproof.fixtures.timeline.Observation.LedEdge;
import io.kitproof.fixtures.timeline.Observation.PacketSeen;
import io.kitproof.fixtures.timeline.Observation.RelayMove;
import io.kitproof.fixtures.timeline.Observation.TlsHandshake;
import io.kitproof.fixtures.timeline.Observation.Way;
import io.kitproof.reports.Recording;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A scenario told one observation after the other, a few milliseconds apart. */
final class Told {
  static final String PUBLISHER = "aaaa-publisher";
  static final String SUBSCRIBER = "bbbb-subscriber";
  private static final long EPOCH = -7_000_000_000L;
  private static final long STEP = 5_000_000L;

  private final List<Observation> seen = new ArrayList<>();
  private List<Observation> past = List.of();
  private long now = EPOCH;
  private long epoch = EPOCH;
  private int packetId;

  /** A publisher and a subscriber of the course with one topic, and a shadow. */
  static BenchFacts course() {
    return new BenchFacts(
        List.of(
            kit(App.PUBLISHER, "wiced_publisher_aws", PUBLISHER, List.of("MB1 of publisher")),
            kit(App.SUBSCRIBER, "wiced_subcriber_aws", SUBSCRIBER, List.of()),
            kit(App.SHADOW, "demo_shadow", "cccc-shadow", List.of("MB1 of shadow"))));
  }

  private static KitFacts kit(App app, String clientId, String principal, List<String> buttons) {
    return new KitFacts(
        app.word(),
        app,
        Profile.WICED41,
        clientId,
        "WICED_BULB",
        Optional.of("demo_" + app.word()),
        Optional.of("demo/bulb"),
        Optional.of(principal),
        Optional.empty(),
        buttons,
        KitFacts.KEEP_ALIVE.dividedBy(10));
  }

  Told later(long millis) {
    now += millis * 1_000_000;
    return this;
  }

  /** What was told so far is the past of the scenario that begins. */
  Told nextScenario() {
    past = List.copyOf(seen);
    seen.clear();
    epoch = now;
    return this;
  }

  private Told add(Observation next) {
    seen.add(next);
    now += STEP;
    return this;
  }

  Told says(String kit, String... lines) {
    for (String line : lines) {
      Told unused = add(new ConsoleLine(now, kit, line));
    }
    return this;
  }

  Told deed(String lane, String text) {
    return add(new Deed(now, lane, text));
  }

  Told packet(Way way, String client, String principal, String type, String topic, String text) {
    boolean publish = type.equals("PUBLISH");
    long connection = principal.equals(PUBLISHER) ? 1 : 2;
    return add(
        new PacketSeen(
            now,
            connection,
            way,
            client,
            principal,
            type,
            topic.isEmpty() ? Optional.empty() : Optional.of(topic),
            text.getBytes(UTF_8),
            publish && way == Way.IN ? 1 : 0,
            false,
            false,
            publish ? ++packetId : packetId,
            type.equals("CONNECT") ? "MQTT 3.1.1, clean session, keep alive 5 s" : ""));
  }

  /** The publisher boots and opens its connection. */
  Told publisherStarts() {
    return says("publisher", "Starting WICED v4.1.0", "Successfully joined : X")
        .packet(Way.IN, "wiced_publisher_aws", PUBLISHER, "CONNECT", "", "")
        .packet(Way.OUT, "wiced_publisher_aws", PUBLISHER, "CONNACK", "", "")
        .says("publisher", "[MQTT] Opening connection...Success");
  }

  /** The subscriber boots and subscribes. */
  Told subscriberStarts(String topic) {
    return says("subscriber", "Starting WICED v4.1.0", "Successfully joined : X")
        .packet(Way.IN, "wiced_subcriber_aws", SUBSCRIBER, "CONNECT", "", "")
        .packet(Way.OUT, "wiced_subcriber_aws", SUBSCRIBER, "CONNACK", "", "")
        .packet(Way.IN, "wiced_subcriber_aws", SUBSCRIBER, "SUBSCRIBE", topic, "")
        .says(
            "subscriber",
            "[MQTT] Opening connection... Success",
            "[MQTT] Subscribing...Success...");
  }

  Told contact(boolean closed) {
    return add(new RelayMove(now, "presses", 0, "MB1 of publisher", closed, true));
  }

  /** Its board takes that long to do it. */
  Told contactWithin(long millis, boolean closed) {
    Duration answered = Duration.ofMillis(millis);
    return add(new RelayMove(now, "presses", 0, "MB1 of publisher", closed, true, answered));
  }

  Told press() {
    return contact(true).later(50).contact(false);
  }

  Told publishes(String topic, String text) {
    return packet(Way.IN, "wiced_publisher_aws", PUBLISHER, "PUBLISH", topic, text);
  }

  Told pings() {
    return packet(Way.IN, "wiced_publisher_aws", PUBLISHER, "PINGREQ", "", "");
  }

  Told acknowledged() {
    return packet(Way.OUT, "wiced_publisher_aws", PUBLISHER, "PUBACK", "", "");
  }

  Told delivered(String text) {
    return packet(Way.OUT, "wiced_subcriber_aws", SUBSCRIBER, "PUBLISH", "demo/bulb", text);
  }

  Told led(boolean lit) {
    return add(new LedEdge(now, "subscriber", "LED1", lit, STEP));
  }

  Told handshakeFails(String why) {
    return add(new TlsHandshake(now, 9, false, "", "failed: " + why));
  }

  Told ends(String client, String principal, String why) {
    return add(new ConnectionEnd(now, principal.equals(PUBLISHER) ? 1 : 2, client, principal, why));
  }

  Diagnosis diagnosed() {
    return Diagnosis.of(course(), new Recording("told", epoch, Instant.EPOCH, seen, past));
  }

  List<String> codes() {
    return diagnosed().suspects().stream().map(Suspect::code).toList();
  }
}
