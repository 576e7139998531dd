package io.kitproof.broker.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.Clouds;
import io.kitproof.broker.RawClient;
import io.kitproof.broker.Recorder;
import io.kitproof.broker.Wire;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetainedTest {

  private final DeviceGateway gateway = Clouds.gateway(new OpenHouse(), new Recorder());
  private final InetSocketAddress door = gateway.openMqtt(Clouds.anywhere());
  private final RawClient kit = RawClient.open(door);
  private final RawClient late = RawClient.open(door);

  @BeforeEach
  void connect() {
    kit.send(Wire.connect("kit")).receive();
    late.send(Wire.connect("late")).receive();
  }

  @AfterEach
  void close() {
    kit.close();
    late.close();
    gateway.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void who_subscribes_later_to_exactly_the_topic_gets_the_message(int qos) {
    kit.send(Wire.retained(Wire.publish("a/b", qos, 5, "X")));
    settle();

    assertThat(late.send(Wire.subscribe(1, 0, "a/b")).receive()).isEqualTo("9003000100");

    assertThat(late.receive()).isEqualTo("3106" + "0003612f62" + "58");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/+", "#", "a/b/#", "$share/g/a/b"})
  void who_subscribes_to_anything_else_gets_none(String filter) {
    kit.send(Wire.retained(Wire.publish("a/b", 1, 5, "X"))).receive();

    assertThat(late.send(Wire.subscribe(1, 0, filter)).receive()).isEqualTo("9003000100");

    assertThat(late.send(Wire.hex("c000")).receive()).isEqualTo("d000");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void empty_message_is_delivered_and_deletes_what_was_retained(int qos) {
    kit.send(Wire.retained(Wire.publish("a/b", 1, 5, "X"))).receive();
    kit.send(Wire.subscribe(1, 0, "a/b")).receive();
    assertThat(kit.receive()).isEqualTo("3106" + "0003612f62" + "58");

    kit.send(Wire.retained(Wire.publish("a/b", qos, 6, "")));

    String first = kit.receive();
    assertThat(first.startsWith("40") ? kit.receive() : first).isEqualTo("3005" + "0003612f62");
    settle();
    late.send(Wire.subscribe(1, 0, "a/b")).receive();
    assertThat(late.send(Wire.hex("c000")).receive()).isEqualTo("d000");
  }

  @Test
  void retained_message_of_mqtt_5_says_how_long_it_is_still_good() {
    try (RawClient newer = RawClient.open(door)) {
      newer.send(Wire.connect5("newer", 2, Wire.bytes(), Wire.bytes())).receive();
      byte[] anHour = Wire.hex("02 00000e10");
      newer.send(Wire.retained(Wire.publish5("a/b", 1, 5, anHour, "X"))).receive();

      newer.send(Wire.subscribe5(1, 0, "a/b")).receive();

      assertThat(newer.receive())
          .matches("310c" + "0003612f62" + "0502" + "00000e(10|0f|0e)" + "58");
    }
  }

  /** The core is done with what the kit has sent before. */
  private void settle() {
    String packet = kit.send(Wire.publish("done", 1, 99, "")).receive();
    while (!packet.equals("40020063")) {
      packet = kit.receive();
    }
  }
}
