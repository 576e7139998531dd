package io.kitproof.broker.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.Clouds;
import io.kitproof.broker.RawClient;
import io.kitproof.broker.Recorder;
import io.kitproof.broker.Wire;
import java.net.InetSocketAddress;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionTest {

  private final Recorder recorder = new Recorder();
  private final DeviceGateway gateway = Clouds.gateway(new OpenHouse(), recorder);
  private final InetSocketAddress door = gateway.openMqtt(Clouds.anywhere());
  private final RawClient kit = RawClient.open(door);

  @AfterEach
  void close() {
    kit.close();
    gateway.close();
  }

  @Test
  void parent_is_not_matched_by_its_children() {
    kit.send(Wire.connect("kit")).receive();
    kit.send(Wire.subscribe(1, 0, "sensor/#", "+/x/#")).receive();

    kit.send(Wire.publish("sensor", 0, 0, "not this"));
    kit.send(Wire.publish("sensor/x", 0, 0, "A"));

    assertThat(kit.receive()).isEqualTo("300b" + "000873656e736f722f78" + "41");
  }

  @Test
  void filter_beside_the_one_of_the_children_still_matches_the_parent() {
    kit.send(Wire.connect("kit")).receive();
    kit.send(Wire.subscribe(1, 1, "sensor/#")).receive();
    kit.send(Wire.subscribe(2, 0, "sensor")).receive();

    kit.send(Wire.publish("sensor", 0, 0, "A"));

    assertThat(kit.receive()).isEqualTo("3009" + "000673656e736f72" + "41");
  }

  @Test
  void each_message_goes_to_one_member_of_a_shared_subscription_of_mqtt_3() {
    try (RawClient other = RawClient.open(door)) {
      kit.send(Wire.connect("kit")).receive();
      other.send(Wire.connect("other")).receive();
      assertThat(kit.send(Wire.subscribe(1, 0, "$share/g/a")).receive()).isEqualTo("9003000100");
      other.send(Wire.subscribe(1, 0, "$share/g/a")).receive();

      for (int i = 0; i < 40; i++) {
        kit.send(Wire.publish("a", 0, 0, "X"));
      }

      recorder.await(
          io.kitproof.broker.traffic.Packet.class,
          p -> p.toString().contains(" < ") && "a".equals(p.topic()),
          40);
      assertThat(recorder.packets())
          .filteredOn(p -> p.toString().contains(" < ") && "a".equals(p.topic()))
          .hasSize(40)
          .extracting(p -> p.clientId())
          .contains("kit", "other");
    }
  }

  @ParameterizedTest
  @CsvSource({"4, 80", "5, 97"})
  void more_than_fifty_subscriptions_are_refused(int level, String code) {
    kit.send(Wire.connect("kit", level, 2, 60, Wire.bytes())).receive();
    for (int i = 0; i < 50; i++) {
      kit.send(subscribe(level, i + 1, "a/" + i)).receive();
    }

    String again = kit.send(subscribe(level, 60, "a/7")).receive();
    String more = kit.send(subscribe(level, 61, "a/50")).receive();

    assertThat(again).endsWith("00");
    assertThat(more).endsWith(code);
    assertThat(kit.send(Wire.hex("c000")).receive()).isEqualTo("d000");
    assertThat(gateway.visit("kit").orElseThrow().subscriptions())
        .containsOnlyKeys(IntStream.range(0, 50).mapToObj(i -> "a/" + i).toArray(String[]::new));
  }

  @Test
  void unsubscribe_of_mqtt_5_is_answered_filter_by_filter() {
    kit.send(Wire.connect5("kit", 2, Wire.bytes(), Wire.bytes())).receive();
    kit.send(Wire.subscribe5(1, 0, "a", "b")).receive();

    byte[] body =
        Wire.join(Wire.bytes(0, 2, 0), Wire.string("a"), Wire.string("b"), Wire.string("c"));
    assertThat(kit.send(Wire.packet(0xA2, body)).receive()).isEqualTo("b0060002" + "00" + "000000");

    kit.send(Wire.publish5("a", 0, 0, Wire.bytes(), "X"));
    assertThat(kit.send(Wire.hex("c000")).receive()).isEqualTo("d000");
  }

  @Test
  void unsubscribe_of_mqtt_3_is_answered_without_codes() {
    kit.send(Wire.connect("kit")).receive();
    kit.send(Wire.subscribe(1, 0, "a")).receive();

    assertThat(kit.send(Wire.unsubscribe(2, "a")).receive()).isEqualTo("b0020002");
  }

  private static byte[] subscribe(int level, int id, String filter) {
    return level == 5 ? Wire.subscribe5(id, 0, filter) : Wire.subscribe(id, 0, filter);
  }
}
