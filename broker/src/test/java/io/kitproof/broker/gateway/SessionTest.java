package io.kitproof.broker.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.Clouds;
import io.kitproof.broker.RawClient;
import io.kitproof.broker.Recorder;
import io.kitproof.broker.Wire;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionTest {

  private static final int FLOOD = 5000;

  private final Recorder recorder = new Recorder();
  private final DeviceGateway gateway = Clouds.gateway(new OpenHouse(), recorder);
  private final InetSocketAddress door = gateway.openMqtt(Clouds.anywhere());
  private final RawClient other = RawClient.open(door);

  @BeforeEach
  void connect() {
    other.send(Wire.connect("other")).receive();
  }

  @AfterEach
  void close() {
    other.close();
    gateway.close();
  }

  @Test
  void persistent_session_of_mqtt_3_keeps_what_comes_in_its_absence_for_an_hour() {
    RawClient kit = RawClient.open(door);
    assertThat(kit.send(persistent()).receive()).isEqualTo("20020000");
    kit.send(Wire.subscribe(1, 1, "a")).receive();
    assertThat(gateway.visit("kit").orElseThrow().sessionExpiry()).isEqualTo(Duration.ofHours(1));
    leave(kit, "e000");

    publish(1, "X");

    try (RawClient again = RawClient.open(door)) {
      assertThat(again.send(persistent()).receive()).isEqualTo("20020100");
      assertThat(again.receive()).startsWith("32" + "06" + "000161").endsWith("58");
    }
  }

  @Test
  void session_of_mqtt_5_that_began_clean_is_kept_as_long_as_it_asks_for() {
    byte[] aMinute = Wire.hex("11 0000003c");
    RawClient kit = RawClient.open(door);
    kit.send(Wire.connect5("kit", 2, aMinute, Wire.bytes())).receive();
    kit.send(Wire.subscribe5(1, 1, "a")).receive();
    leave(kit, "e000");

    publish(1, "X");

    try (RawClient again = RawClient.open(door)) {
      String connack = again.send(Wire.connect5("kit", 0, aMinute, Wire.bytes())).receive();
      assertThat(connack.substring(4, 8)).as("session present, success").isEqualTo("0100");
      assertThat(again.receive()).startsWith("32").endsWith("58");
    }
  }

  @Test
  void client_of_mqtt_5_can_end_its_session_when_it_says_goodbye() {
    byte[] aMinute = Wire.hex("11 0000003c");
    RawClient kit = RawClient.open(door);
    kit.send(Wire.connect5("kit", 2, aMinute, Wire.bytes())).receive();

    leave(kit, "e007" + "00" + "05" + "1100000000");

    try (RawClient again = RawClient.open(door)) {
      String connack = again.send(Wire.connect5("kit", 0, aMinute, Wire.bytes())).receive();
      assertThat(connack.substring(4, 8)).as("no session present, success").isEqualTo("0000");
    }
  }

  @Test
  void session_that_is_resumed_without_an_expiry_ends_with_its_connection() {
    RawClient kit = RawClient.open(door);
    kit.send(Wire.connect5("kit", 2, Wire.hex("11 0000003c"), Wire.bytes())).receive();
    leave(kit, "e000");
    RawClient again = RawClient.open(door);
    assertThat(again.send(Wire.connect5("kit", 0, Wire.bytes(), Wire.bytes())).receive())
        .contains("0100");

    leave(again, "e000");

    try (RawClient third = RawClient.open(door)) {
      String connack = third.send(Wire.connect5("kit", 0, Wire.bytes(), Wire.bytes())).receive();
      assertThat(connack.substring(4, 8)).isEqualTo("0000");
    }
  }

  @Test
  void api_ends_a_session_with_its_connection() {
    RawClient kit = RawClient.open(door);
    kit.send(persistent()).receive();

    assertThat(gateway.disconnect("kit", true, false)).isTrue();

    assertThat(kit.receive()).isEqualTo("closed");
    recorder.awaitEnd("kit");
    try (RawClient again = RawClient.open(door)) {
      assertThat(again.send(persistent()).receive()).isEqualTo("20020000");
    }
  }

  @Test
  void what_was_not_acknowledged_comes_again_and_is_not_taken_for_something_new() {
    RawClient kit = RawClient.open(door);
    kit.send(persistent()).receive();
    kit.send(Wire.subscribe(1, 1, "a")).receive();
    for (int id = 1; id <= 3; id++) {
      publish(id, "old" + id);
      kit.receive();
    }
    leave(kit, "e000");
    for (int id = 4; id <= 6; id++) {
      publish(id, "new" + id);
    }

    try (RawClient again = RawClient.open(door)) {
      again.send(persistent()).receive();
      Set<String> ids = new TreeSet<>();
      Set<String> texts = new TreeSet<>();
      for (int i = 0; i < 6; i++) {
        String packet = again.receive();
        assertThat(packet).as("without DUP").startsWith("32");
        ids.add(packet.substring(10, 14));
        texts.add(packet.substring(14));
      }
      assertThat(ids).hasSize(6);
      assertThat(texts).hasSize(6);
    }
  }

  @Test
  void message_that_is_not_acknowledged_is_sent_again_after_a_while() {
    try (RawClient kit = RawClient.open(door)) {
      kit.send(Wire.connect("kit")).receive();
      kit.send(Wire.subscribe(1, 1, "a")).receive();
      publish(1, "X");

      String first = kit.receive();
      String second = kit.receive();

      assertThat(first).startsWith("32");
      assertThat(second).isEqualTo(first);
      kit.send(Wire.puback(1));
      publish(2, "Y");
      assertThat(kit.receive()).endsWith("59");
    }
  }

  @Test
  void subscriber_that_stops_reading_loses_nothing_and_stops_nobody() {
    try (RawClient slow = RawClient.open(door);
        RawClient fast = RawClient.open(door)) {
      slow.send(Wire.connect("slow")).receive();
      slow.send(Wire.subscribe(1, 1, "a")).receive();
      fast.send(Wire.connect("fast")).receive();
      fast.send(Wire.subscribe(1, 1, "a")).receive();

      for (int i = 1; i <= FLOOD; i++) {
        publish(i, text(i));
        String packet = fast.receive();
        assertThat(packet).endsWith(Wire.hexOf(text(i)));
        fast.send(Wire.puback(Integer.parseInt(packet.substring(12, 16), 16)));
      }

      Set<String> got = new TreeSet<>();
      while (got.size() < FLOOD) {
        String packet = slow.receive();
        got.add(packet.substring(16));
        slow.send(Wire.puback(Integer.parseInt(packet.substring(12, 16), 16)));
      }
      assertThat(got).contains(Wire.hexOf(text(1)), Wire.hexOf(text(FLOOD)));
    }
  }

  private static String text(int number) {
    return String.format(java.util.Locale.ROOT, "%04d", number) + "x".repeat(200);
  }

  private void publish(int id, String text) {
    assertThat(other.send(Wire.publish("a", 1, id, text)).receive()).startsWith("4002");
  }

  private static byte[] persistent() {
    return Wire.connect("kit", 4, 0, 60, Wire.bytes());
  }

  private void leave(RawClient kit, String goodbye) {
    assertThat(kit.send(Wire.hex(goodbye)).receive()).isEqualTo("closed");
  }
}
