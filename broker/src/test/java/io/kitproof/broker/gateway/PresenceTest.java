package io.kitproof.broker.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.Clouds;
import io.kitproof.broker.RawClient;
import io.kitproof.broker.Recorder;
import io.kitproof.broker.Wire;
import io.kitproof.broker.traffic.Direction;
import io.kitproof.broker.traffic.Packet;
import io.kitproof.broker.traffic.PacketType;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PresenceTest {

  private static final String UUID = "[0-9a-f-]{36}";

  private final Recorder recorder = new Recorder();
  private final DeviceGateway gateway = Clouds.gateway(new OpenHouse(), recorder);
  private final InetSocketAddress door = gateway.openMqtt(Clouds.anywhere());
  private final RawClient watcher = RawClient.open(door);

  @BeforeEach
  void watch() {
    watcher.send(Wire.connect("watcher")).receive();
    watcher.send(Wire.subscribe(1, 0, "$aws/events/#")).receive();
    events(1);
  }

  @AfterEach
  void close() {
    watcher.close();
    gateway.close();
  }

  @Test
  void coming_and_going_is_told_with_one_version_for_both() {
    long before = System.currentTimeMillis();
    for (int version = 0; version < 2; version++) {
      RawClient kit = RawClient.open(door);
      kit.send(Wire.connect("kit")).receive();
      kit.send(Wire.hex("e000"));
      assertThat(kit.receive()).isEqualTo("closed");
      List<Packet> events = events(3 + 2 * version);

      Packet came = events.get(1 + 2 * version);
      assertThat(came.topic()).isEqualTo("$aws/events/presence/connected/kit");
      assertThat(came.text())
          .matches(
              "\\{\"clientId\":\"kit\",\"timestamp\":\\d{13},\"eventType\":\"connected\","
                  + ("\"sessionIdentifier\":\"" + UUID + "\",")
                  + ("\"principalIdentifier\":\"" + Clouds.DEVICE.principal() + "\",")
                  + "\"ipAddress\":\"127.0.0.1\",\"versionNumber\":"
                  + version
                  + "}");
      Packet went = events.get(2 + 2 * version);
      assertThat(went.topic()).isEqualTo("$aws/events/presence/disconnected/kit");
      assertThat(went.text())
          .matches(
              "\\{\"clientId\":\"kit\",\"timestamp\":\\d{13},\"eventType\":\"disconnected\","
                  + ("\"sessionIdentifier\":\"" + UUID + "\",")
                  + ("\"principalIdentifier\":\"" + Clouds.DEVICE.principal() + "\",")
                  + "\"clientInitiatedDisconnect\":true,"
                  + "\"disconnectReason\":\"CLIENT_INITIATED_DISCONNECT\",\"versionNumber\":"
                  + version
                  + "}");
      assertThat(number(went.text(), "timestamp"))
          .isBetween(before, System.currentTimeMillis())
          .isGreaterThanOrEqualTo(number(came.text(), "timestamp"));
      assertThat(session(went)).isEqualTo(session(came));
    }
  }

  @Test
  void client_that_is_replaced_goes_after_the_newer_one_came() {
    try (RawClient older = RawClient.open(door);
        RawClient newer = RawClient.open(door)) {
      older.send(Wire.connect("kit")).receive();
      newer.send(Wire.connect("kit")).receive();

      List<String> told = events(4).stream().skip(1).map(Packet::text).toList();

      assertThat(told).filteredOn(t -> t.contains("\"versionNumber\":0")).hasSize(2);
      assertThat(told).filteredOn(t -> t.contains("\"versionNumber\":1")).hasSize(1);
      assertThat(told)
          .filteredOn(
              t ->
                  t.contains(
                      "\"clientInitiatedDisconnect\":false,"
                          + "\"disconnectReason\":\"DUPLICATE_CLIENTID\",\"versionNumber\":0"))
          .hasSize(1);
    }
  }

  @Test
  void subscribing_and_unsubscribing_is_told_with_the_filters() {
    try (RawClient kit = RawClient.open(door)) {
      kit.send(Wire.connect("kit")).receive();
      kit.send(Wire.subscribe(1, 0, "foo/bar", "dog/+")).receive();
      kit.send(Wire.unsubscribe(2, "foo/bar")).receive();

      List<Packet> events = events(4);

      assertThat(events.get(2).topic()).isEqualTo("$aws/events/subscriptions/subscribed/kit");
      assertThat(events.get(2).text())
          .matches(
              "\\{\"clientId\":\"kit\",\"timestamp\":\\d{13},\"eventType\":\"subscribed\","
                  + ("\"sessionIdentifier\":\"" + UUID + "\",")
                  + ("\"principalIdentifier\":\"" + Clouds.DEVICE.principal() + "\",")
                  + "\"topics\":\\[\"foo/bar\",\"dog/\\+\"\\]\\}");
      assertThat(events.get(3).topic()).isEqualTo("$aws/events/subscriptions/unsubscribed/kit");
      assertThat(events.get(3).text())
          .contains("\"eventType\":\"unsubscribed\"")
          .endsWith("\"topics\":[\"foo/bar\"]}");
      assertThat(session(events.get(2))).isEqualTo(session(events.get(1)));
    }
  }

  @Test
  void session_that_is_taken_up_again_keeps_its_identifier() {
    for (int i = 0; i < 2; i++) {
      RawClient kit = RawClient.open(door);
      kit.send(Wire.connect("kit", 4, 0, 60, Wire.bytes())).receive();
      kit.send(Wire.hex("e000")).receive();
    }

    List<Packet> events = events(5);

    assertThat(events.stream().skip(1).map(PresenceTest::session).distinct()).hasSize(1);
  }

  @Test
  void client_ids_with_wildcards_are_not_told_of() {
    for (String id : List.of("kit#", "k+t", "kit")) {
      try (RawClient kit = RawClient.open(door)) {
        assertThat(kit.send(Wire.connect(id)).receive()).isEqualTo("20020000");
        kit.send(Wire.subscribe(1, 0, "a")).receive();
      }
    }

    assertThat(events(4).stream().skip(1).map(Packet::topic))
        .containsExactly(
            "$aws/events/presence/connected/kit",
            "$aws/events/subscriptions/subscribed/kit",
            "$aws/events/presence/disconnected/kit");
  }

  private List<Packet> events(int count) {
    return recorder.await(
        Packet.class,
        p ->
            p.direction() == Direction.TO_CLIENT
                && p.type() == PacketType.PUBLISH
                && p.clientId().equals("watcher"),
        count);
  }

  private static String session(Packet event) {
    return event.text().replaceAll(".*\"sessionIdentifier\":\"([^\"]*)\".*", "$1");
  }

  private static long number(String json, String name) {
    return Long.parseLong(json.replaceAll(".*\"" + name + "\":(\\d+).*", "$1"));
  }
}
