package io.kitproof.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.traffic.Direction;
import io.kitproof.broker.traffic.Disconnect;
import io.kitproof.broker.traffic.Packet;
import io.kitproof.broker.traffic.PacketType;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalTest {

  private static final Recorder RECORDER = new Recorder();
  private static LocalCloud cloud = Clouds.start(RECORDER);
  private static int clients;

  @BeforeAll
  static void warm() {
    cloud.connections();
  }

  @AfterAll
  static void close() {
    cloud.close();
  }

  static Stream<Arguments> connects() {
    String longId = "x".repeat(129);
    byte[] none = Wire.bytes();
    byte[] will = Wire.join(Wire.string("abc/#"), Wire.string("gone"));
    byte[] reserved = Wire.join(Wire.string("$aws/x"), Wire.string("gone"));
    byte[] fine = Wire.join(Wire.string("abc/x"), Wire.string("gone"));
    return Stream.of(
        Arguments.of(Wire.connect(longId), "the client id has 129 bytes, at most 128 are taken"),
        Arguments.of(Wire.connect("$me"), "client id \"$me\" is reserved, it begins with $"),
        Arguments.of(Wire.connect("", 4, 0, 60, none), "a persistent session needs a client id"),
        Arguments.of(Wire.connect("w2", 4, 0x16, 60, fine), "a will with QoS 2"),
        Arguments.of(
            Wire.connect("w", 4, 0x06, 60, will),
            "a will: topic \"abc/#\" holds a wildcard, which only a filter may"),
        Arguments.of(
            Wire.connect("w", 4, 0x06, 60, reserved), "a will to reserved topic \"$aws/x\""),
        Arguments.of(
            Wire.connect("six", 6, 0x02, 60, none),
            "a protocol name or level that is not spoken here, only MQTT 3.1.1 (level 4) and 5"),
        Arguments.of(
            Wire.hex("1011 0006 4d5149736470 03 02 003c 0003 6f6c64"),
            "protocol level 3 is not spoken here, only 4 (MQTT 3.1.1) and 5"),
        Arguments.of(Wire.publish("a", 0, 0, "x"), "PUBLISH before CONNECT"),
        Arguments.of(Wire.hex("c000"), "PINGREQ before CONNECT"),
        Arguments.of(Wire.hex("0000"), "first byte 0x00 names no packet type"),
        Arguments.of(Wire.hex("1100"), "forbidden flags in the fixed header (first byte 0x11)"),
        Arguments.of(
            Wire.hex("10ffffffffff"), "the remaining length of a packet has more than 4 bytes"),
        Arguments.of(
            Wire.hex("10ffffff7f"), "a packet of 268435455 bytes, at most 149504 are taken"),
        Arguments.of(Wire.hex("1003000441"), "a packet that ends in the middle of a field"));
  }

  @ParameterizedTest
  @MethodSource("connects")
  void before_it_is_connected_a_client_is_closed_for(byte[] packet, String reason) {
    try (RawClient client = RawClient.open(cloud)) {
      long connection = newest();

      assertThat(client.send(packet).receive()).isEqualTo("closed");

      Disconnect end = RECORDER.awaitEndOf(connection);
      assertThat(end.reason()).isEqualTo("refused " + reason);
    }
  }

  static Stream<Arguments> packets() {
    String deep = "a/b/c/d/e/f/g/h/i";
    String wide = "x".repeat(257);
    return Stream.of(
        Arguments.of(Wire.publish("a", 2, 1, "x"), "a PUBLISH with QoS 2 to \"a\""),
        Arguments.of(Wire.publish("", 0, 0, "x"), "a PUBLISH: the topic is empty"),
        Arguments.of(
            Wire.publish("a/+", 0, 0, "x"),
            "unreadable: invalid publish topic name: a/+ (contains wildcards)"),
        Arguments.of(
            Wire.publish(deep, 0, 0, "x"),
            "a PUBLISH: topic \"" + deep + "\" has 8 slashes, at most 7 are taken"),
        Arguments.of(
            Wire.publish(wide, 0, 0, "x"),
            "a PUBLISH: the topic has 257 bytes, at most 256 are taken"),
        Arguments.of(
            Wire.publish("a\0b", 0, 0, "x"),
            "unreadable: MQTT UTF-8 Encoded String must not contain U+0000"),
        Arguments.of(
            Wire.publish("$aws/jobs/t", 1, 1, "{}"), "a PUBLISH to reserved topic \"$aws/jobs/t\""),
        Arguments.of(
            Wire.publish("a", 0, 0, "x".repeat(131_073)),
            "a PUBLISH with 131073 bytes of payload, at most 131072 are taken"),
        Arguments.of(Wire.hex("36050001610001"), "a PUBLISH with QoS 3 (first byte 0x36)"),
        Arguments.of(Wire.hex("3804000161ff"), "a PUBLISH with QoS 0 and DUP (first byte 0x38)"),
        Arguments.of(
            Wire.hex("8306000100016100"), "forbidden flags in the fixed header (first byte 0x83)"),
        Arguments.of(
            Wire.hex("a0050001000161"), "forbidden flags in the fixed header (first byte 0xA0)"),
        Arguments.of(Wire.subscribe(1, 0), "a SUBSCRIBE without a filter"),
        Arguments.of(Wire.subscribe(1, 0, ""), "a SUBSCRIBE: the filter is empty"),
        Arguments.of(
            Wire.subscribe(1, 0, "a/#/b"),
            "a SUBSCRIBE: filter \"a/#/b\" has a # that is not at its end"),
        Arguments.of(
            Wire.subscribe(1, 0, "a+"),
            "a SUBSCRIBE: filter \"a+\" has a wildcard that does not fill its level"),
        Arguments.of(
            Wire.subscribe(1, 0, "a/b#"),
            "a SUBSCRIBE: filter \"a/b#\" has a wildcard that does not fill its level"),
        Arguments.of(
            Wire.subscribe(1, 0, deep),
            "a SUBSCRIBE: filter \"" + deep + "\" has 8 slashes, at most 7 are taken"),
        Arguments.of(
            Wire.subscribe(1, 0, wide),
            "a SUBSCRIBE: the filter has 257 bytes, at most 256 are taken"),
        Arguments.of(
            Wire.subscribe(1, 0, "$aws/jobs/#"), "a SUBSCRIBE of reserved filter \"$aws/jobs/#\""),
        Arguments.of(Wire.subscribe(1, 0, "$SYS/#"), "a SUBSCRIBE of reserved filter \"$SYS/#\""),
        Arguments.of(
            Wire.subscribe(1, 0, "1", "2", "3", "4", "5", "6", "7", "8", "9"),
            "a SUBSCRIBE with 9 filters, at most 8 are taken"),
        Arguments.of(
            Wire.unsubscribe(1, "1", "2", "3", "4", "5", "6", "7", "8", "9"),
            "a UNSUBSCRIBE with 9 filters, at most 8 are taken"),
        Arguments.of(
            Wire.unsubscribe(1, "a/#/b"),
            "a UNSUBSCRIBE: filter \"a/#/b\" has a # that is not at its end"),
        Arguments.of(Wire.hex("50020001"), "PUBREC, a packet of QoS 2"),
        Arguments.of(Wire.hex("62020001"), "PUBREL, a packet of QoS 2"),
        Arguments.of(Wire.hex("70020001"), "PUBCOMP, a packet of QoS 2"),
        Arguments.of(Wire.hex("d000"), "PINGRESP, a packet that only a broker sends"),
        Arguments.of(Wire.hex("20020000"), "CONNACK, a packet that only a broker sends"),
        Arguments.of(Wire.connect("again"), "a second CONNECT"),
        Arguments.of(Wire.hex("4001ff"), "a packet that ends in the middle of a field"),
        Arguments.of(Wire.subscribe(0, 0, "a"), "unreadable: invalid messageId: 0"));
  }

  @ParameterizedTest
  @MethodSource("packets")
  void connected_client_is_closed_for(byte[] packet, String reason) {
    try (RawClient client = RawClient.open(cloud)) {
      String id = "kit" + ++clients;
      assertThat(client.send(Wire.connect(id)).receive()).isEqualTo("20020000");

      assertThat(client.send(packet).receive()).isEqualTo("closed");

      Disconnect end = RECORDER.awaitEnd(id);
      assertThat(end.reason()).isEqualTo("refused " + reason);
      assertThat(RECORDER.packets())
          .filteredOn(p -> p.connection() == end.connection())
          .filteredOn(p -> p.direction() == Direction.FROM_CLIENT)
          .as("the refused packet is captured like any other")
          .hasSize(2);
    }
  }

  static Stream<Arguments> shared() {
    return Stream.of("$share/grp", "$share", "$share/", "$share//a", "$share/g+/a", "$share/g/")
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("shared")
  void malformed_shared_filter_of_mqtt_5_never_reaches_the_core(String filter) {
    try (RawClient client = RawClient.open(cloud)) {
      String id = "kit" + ++clients;
      assertThat(client.send(Wire.connect(id, 5, 2, 60, Wire.bytes())).receive()).startsWith("20");
      byte[] body = Wire.join(Wire.bytes(0, 1, 0), Wire.string(filter), Wire.bytes(0));

      assertThat(client.send(Wire.packet(0x82, body)).receive())
          .as("DISCONNECT, topic filter invalid")
          .isEqualTo("e0028f00");

      assertThat(client.receive()).isEqualTo("closed");
      assertThat(RECORDER.awaitEnd(id).reason())
          .isEqualTo(
              "refused a SUBSCRIBE: filter \""
                  + filter
                  + "\" is not of the form $share/{name}/{filter}");
    }
  }

  @Test
  void subscription_of_qos_2_is_granted_1() {
    try (RawClient client = RawClient.open(cloud)) {
      client.send(Wire.connect("kit" + ++clients)).receive();

      assertThat(client.send(Wire.subscribe(7, 2, "a/b")).receive()).isEqualTo("9003000701");
    }
  }

  @Test
  void malformed_bytes_are_captured_with_what_is_wrong_and_how_they_begin() {
    try (RawClient client = RawClient.open(cloud)) {
      long connection = newest();
      client.send(Wire.hex("0007 68656c6c6f2e2e")).receive();

      assertThat(RECORDER.await(Packet.class, p -> p.connection() == connection).detail())
          .isEqualTo(
              "first byte 0x00 names no packet type; first bytes 00 07 68 65 6c 6c 6f 2e 2e");
      assertThat(RECORDER.await(Packet.class, p -> p.connection() == connection).type())
          .isEqualTo(PacketType.MALFORMED);
    }
  }

  private static long newest() {
    return RECORDER
        .await(
            io.kitproof.broker.traffic.Handshake.class,
            h -> RECORDER.packets().stream().noneMatch(p -> p.connection() == h.connection()))
        .connection();
  }
}
