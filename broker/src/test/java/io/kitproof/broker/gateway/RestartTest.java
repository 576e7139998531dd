package io.kitproof.broker.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.Clouds;
import io.kitproof.broker.RawClient;
import io.kitproof.broker.Recorder;
import io.kitproof.broker.Wire;
import io.kitproof.broker.core.BrokerCore;
import io.kitproof.broker.store.Store;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cloud that is closed in good order and started again on the same folder. */
class RestartTest {

  private static final byte[] A_MINUTE = Wire.hex("11 0000003c");

  @TempDir private Path folder;
  private Store store = Store.memory();
  private DeviceGateway gateway = Clouds.gateway(new OpenHouse(), new Recorder());
  private InetSocketAddress door = new InetSocketAddress(0);

  private void start() {
    close();
    store = Store.at(folder);
    gateway =
        DeviceGateway.build(
            Clouds.AUTHORITY.server("us-east-1"),
            new OpenHouse(),
            new Recorder(),
            store,
            BrokerCore::moquette);
    door = gateway.openMqtt(Clouds.anywhere());
  }

  @AfterEach
  void close() {
    gateway.close();
    store.close();
  }

  @Test
  void what_was_on_its_way_comes_before_what_was_waiting_and_nothing_comes_twice() {
    start();
    try (RawClient kit = RawClient.open(door)) {
      kit.send(persistent("kit")).receive();
      kit.send(Wire.subscribe(1, 1, "a")).receive();
      publish(Wire.publish("a", 1, 1, "1"));
      publish(Wire.publish("a", 1, 2, "2"));
      String first = kit.receive();
      assertThat(kit.receive()).endsWith(Wire.hexOf("2"));
      kit.send(Wire.puback(Integer.parseInt(first.substring(10, 14), 16)));
      kit.send(Wire.hex("c000")).receive();
    }
    publish(Wire.publish("a", 1, 3, "3"));

    start();

    publish(Wire.publish("a", 1, 4, "4"));
    try (RawClient kit = RawClient.open(door)) {
      assertThat(kit.send(persistent("kit")).receive()).isEqualTo("20020100");
      assertThat(kit.receive()).startsWith("32").endsWith(Wire.hexOf("2"));
      assertThat(kit.receive()).startsWith("32").endsWith(Wire.hexOf("3"));
      assertThat(kit.receive()).startsWith("32").endsWith(Wire.hexOf("4"));
      assertThat(kit.send(Wire.hex("c000")).receive()).isEqualTo("d000");
    }
  }

  @Test
  void shared_subscription_goes_on() {
    start();
    subscribe("kit", "$share/group/a");

    start();

    publish(Wire.publish("a", 1, 1, "X"));
    try (RawClient kit = RawClient.open(door)) {
      kit.send(persistent("kit")).receive();
      assertThat(kit.receive()).startsWith("32").endsWith("58");
      kit.send(Wire.unsubscribe(2, "$share/group/a")).receive();
      publish(Wire.publish("a", 1, 1, "Y"));
      assertThat(kit.send(Wire.hex("c000")).receive()).isEqualTo("d000");
    }
  }

  @Test
  void properties_of_mqtt_5_are_kept_with_the_message() {
    start();
    RawClient kit = RawClient.open(door);
    kit.send(Wire.connect5("kit", 2, A_MINUTE, Wire.bytes())).receive();
    kit.send(Wire.subscribe5(1, 1, "a")).receive();
    kit.close();
    byte[] properties =
        Wire.join(
            Wire.hex("01 01"), // text
            Wire.bytes(3),
            Wire.string("text/plain"),
            Wire.bytes(8),
            Wire.string("answers"),
            Wire.hex("09 0002 cafe"), // correlation
            Wire.bytes(0x26),
            Wire.string("name"),
            Wire.string("value"));
    try (RawClient other = RawClient.open(door)) {
      other.send(Wire.connect5("other", 2, Wire.bytes(), Wire.bytes())).receive();
      other.send(Wire.publish5("a", 1, 1, properties, "X")).receive();
    }

    start();

    try (RawClient again = RawClient.open(door)) {
      again.send(Wire.connect5("kit", 0, A_MINUTE, Wire.bytes())).receive();
      assertThat(again.receive())
          .contains(Wire.hexOf("text/plain"), Wire.hexOf("answers"), "090002cafe", "0101")
          .contains(Wire.hexOf("name") + "0005" + Wire.hexOf("value"))
          .endsWith("58");
    }
  }

  @Test
  void retained_messages_are_there_whatever_their_qos_until_they_are_deleted() {
    start();
    publish(Wire.retained(Wire.publish("one", 1, 1, "X")));
    publish(Wire.retained(Wire.publish("two", 1, 2, "Y")));
    publish(Wire.retained(Wire.publish("two", 1, 3, "")));
    try (RawClient other = RawClient.open(door)) {
      other.send(Wire.connect("other")).receive();
      other.send(Wire.retained(Wire.publish("zero", 0, 0, "Z")));
      other.send(Wire.hex("c000")).receive();
    }

    start();

    try (RawClient kit = RawClient.open(door)) {
      kit.send(Wire.connect("kit")).receive();
      kit.send(Wire.subscribe(1, 1, "one")).receive();
      assertThat(kit.receive()).startsWith("33").endsWith("58");
      kit.send(Wire.subscribe(2, 1, "zero")).receive();
      assertThat(kit.receive()).startsWith("31").endsWith("5a");
      kit.send(Wire.subscribe(3, 1, "two")).receive();
      assertThat(kit.send(Wire.hex("c000")).receive()).isEqualTo("d000");
    }
  }

  @Test
  void session_that_ended_leaves_nothing_to_one_of_the_same_name() {
    start();
    subscribe("kit", "a");
    publish(Wire.publish("a", 1, 1, "X"));

    start();

    try (RawClient kit = RawClient.open(door)) {
      assertThat(kit.send(Wire.connect("kit")).receive()).isEqualTo("20020000");
      publish(Wire.publish("a", 1, 1, "Y"));
      assertThat(kit.send(Wire.hex("c000")).receive()).isEqualTo("d000");
    }

    start();

    publish(Wire.publish("a", 1, 1, "Z"));
    try (RawClient kit = RawClient.open(door)) {
      assertThat(kit.send(persistent("kit")).receive()).isEqualTo("20020000");
      assertThat(kit.send(Wire.hex("c000")).receive()).isEqualTo("d000");
    }
  }

  @Test
  void names_that_are_part_of_others_are_not_mixed_up() {
    start();
    subscribe("kit", "a");
    subscribe("kit_meta", "a");
    subscribe("ki", "ta");
    publish(Wire.publish("a", 1, 1, "X"));
    publish(Wire.publish("ta", 1, 1, "Y"));

    start();

    for (String name : new String[] {"kit", "kit_meta", "ki"}) {
      try (RawClient kit = RawClient.open(door)) {
        assertThat(kit.send(persistent(name)).receive()).isEqualTo("20020100");
        assertThat(kit.receive()).startsWith("32").endsWith(name.equals("ki") ? "59" : "58");
        assertThat(kit.send(Wire.hex("c000")).receive()).isEqualTo("d000");
      }
    }
  }

  private void subscribe(String name, String filter) {
    try (RawClient kit = RawClient.open(door)) {
      kit.send(persistent(name)).receive();
      assertThat(kit.send(Wire.subscribe(1, 1, filter)).receive()).isEqualTo("9003000101");
    }
  }

  private void publish(byte[] packet) {
    try (RawClient other = RawClient.open(door)) {
      other.send(Wire.connect("other")).receive();
      assertThat(other.send(packet).receive()).startsWith("4002");
    }
  }

  private static byte[] persistent(String name) {
    return Wire.connect(name, 4, 0, 60, Wire.bytes());
  }
}
