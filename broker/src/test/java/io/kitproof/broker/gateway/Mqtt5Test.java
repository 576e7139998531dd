package io.kitproof.broker.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.Clouds;
import io.kitproof.broker.RawClient;
import io.kitproof.broker.Recorder;
import io.kitproof.broker.Wire;
import java.net.InetSocketAddress;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class Mqtt5Test {

  private static final String USUAL =
      "210064" + "2401" + "2501" + "2700024800" + "220008" + "2801" + "2900" + "2a01";

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
  void connack_tells_what_is_offered() {
    String connack = kit.send(connect("kit")).receive();

    assertThat(connack).startsWith("20" + "18" + "0000" + "15");
    assertThat(properties(connack)).containsExactlyInAnyOrder(usual());
  }

  @Test
  void connack_tells_what_the_client_asked_for_in_vain() {
    byte[] body =
        Wire.join(Wire.string("MQTT"), Wire.hex("05 02 ffff 05 11 ffffffff"), Wire.string(""));

    String connack = kit.send(Wire.packet(0x10, body)).receive();

    assertThat(properties(connack))
        .contains(usual())
        .contains("1100093a80", "1304b0")
        .anyMatch(p -> p.startsWith("120024"));
    assertThat(gateway.connections())
        .singleElement()
        .satisfies(c -> assertThat(c.clientId()).hasSize(36));
  }

  @Test
  void alias_stands_for_its_topic() {
    kit.send(connect("kit")).receive();
    kit.send(Wire.subscribe5(1, 0, "a/b", "c")).receive();

    kit.send(Wire.publish5("a/b", 0, 0, alias(8), "1"));
    kit.send(Wire.publish5("", 0, 0, alias(8), "2"));
    kit.send(Wire.publish5("c", 0, 0, alias(8), "3"));
    kit.send(Wire.publish5("", 0, 0, alias(8), "4"));

    assertThat(Stream.generate(kit::receive).limit(4))
        .containsExactly(
            "3007" + "0003612f62" + "00" + "31",
            "3007" + "0003612f62" + "00" + "32",
            "3005" + "000163" + "00" + "33",
            "3005" + "000163" + "00" + "34");
  }

  static Stream<Arguments> refused() {
    byte[] withId = Wire.join(Wire.hex("0001 02 0b 07"), Wire.string("a"), Wire.bytes(0));
    byte[] noLocal = Wire.join(Wire.hex("0001 00"), Wire.string("$share/g/a"), Wire.bytes(4));
    return Stream.of(
        Arguments.of(
            Wire.publish5("a", 0, 0, alias(9), "X"),
            "94",
            "a PUBLISH with topic alias 9, 1 to 8 are taken"),
        Arguments.of(
            Wire.publish5("a", 0, 0, alias(0), "X"),
            "94",
            "a PUBLISH with topic alias 0, 1 to 8 are taken"),
        Arguments.of(
            Wire.publish5("", 0, 0, alias(3), "X"),
            "82",
            "a PUBLISH with topic alias 3, which stands for nothing"),
        Arguments.of(
            Wire.packet(0x82, withId),
            "a1",
            "a SUBSCRIBE with a subscription identifier, and none is offered"),
        Arguments.of(
            Wire.packet(0x82, noLocal), "82", "a SUBSCRIBE of a shared subscription with No Local"),
        Arguments.of(
            Wire.publish5("a", 2, 1, Wire.bytes(), "X"), "9b", "a PUBLISH with QoS 2 to \"a\""),
        Arguments.of(
            Wire.join(Wire.hex("30 07 0001 61 02 0101"), Wire.bytes(0xFF)),
            "99",
            "a PUBLISH whose payload is said to be UTF-8 and is not"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void connected_client_is_told_why_it_is_closed(byte[] packet, String code, String reason) {
    kit.send(connect("kit")).receive();

    assertThat(kit.send(packet).receive()).isEqualTo("e002" + code + "00");

    assertThat(kit.receive()).isEqualTo("closed");
    assertThat(recorder.awaitEnd("kit").reason()).isEqualTo("refused " + reason);
  }

  static Stream<Arguments> unwelcome() {
    byte[] will = Wire.join(Wire.bytes(0), Wire.string("w"), Wire.string("x"));
    return Stream.of(
        Arguments.of(Wire.connect5("$me", 2, Wire.bytes(), Wire.bytes()), "2003008500"),
        Arguments.of(Wire.connect5("w2", 0x16, Wire.bytes(), will), "2003009b00"),
        Arguments.of(Wire.connect5("auth", 2, Wire.hex("15 0001 78"), Wire.bytes()), "2003008700"),
        Arguments.of(Wire.connect5("none", 2, Wire.hex("21 0000"), Wire.bytes()), "closed"));
  }

  @ParameterizedTest
  @MethodSource("unwelcome")
  void client_that_cannot_be_connected_is_told_why(byte[] connect, String answer) {
    assertThat(kit.send(connect).receive()).isEqualTo(answer);
  }

  @Test
  void properties_of_a_message_travel_with_it() {
    kit.send(connect("kit")).receive();
    kit.send(Wire.subscribe5(1, 0, "a")).receive();
    // Payload format, content type, response topic, correlation data, a user property.
    String all = "0101" + "0300016a" + "08000172" + "09000163" + "26" + "00016b" + "000176";

    kit.send(Wire.publish5("a", 0, 0, Wire.hex(all), "X"));

    String packet = kit.receive();
    assertThat(packet).startsWith("301a" + "000161" + "15").endsWith("58");
    for (String property :
        new String[] {"0101", "0300016a", "08000172", "09000163", "2600016b000176"}) {
      assertThat(packet).contains(property);
    }
  }

  @Test
  void who_is_replaced_is_told() {
    kit.send(connect("kit")).receive();

    try (RawClient newer = RawClient.open(door)) {
      newer.send(connect("kit")).receive();

      assertThat(kit.receive()).isEqualTo("e0028e00");
      assertThat(kit.receive()).isEqualTo("closed");
    }
  }

  @Test
  void client_gets_no_more_at_once_than_it_can_take() {
    kit.send(Wire.connect5("kit", 2, Wire.hex("21 0002"), Wire.bytes())).receive();
    kit.send(Wire.subscribe5(1, 1, "a")).receive();
    try (RawClient other = RawClient.open(door)) {
      other.send(Wire.connect("other")).receive();
      for (int id = 1; id <= 4; id++) {
        other.send(Wire.publish("a", 1, id, "X")).receive();
      }
      assertThat(kit.receive()).startsWith("32");
      assertThat(kit.receive()).startsWith("32");
      assertThat(kit.send(Wire.hex("c000")).receive()).isEqualTo("d000");

      kit.send(Wire.puback(1));

      assertThat(kit.receive()).startsWith("32");
    }
  }

  @Test
  void message_that_is_larger_than_the_client_takes_is_left_out() {
    kit.send(Wire.connect5("kit", 2, Wire.hex("27 00000040"), Wire.bytes())).receive();
    kit.send(Wire.subscribe5(1, 1, "a")).receive();

    kit.send(Wire.publish5("a", 1, 1, Wire.bytes(), "x".repeat(64))).receive();
    kit.send(Wire.publish5("a", 1, 2, Wire.bytes(), "Y"));

    assertThat(Stream.of(kit.receive(), kit.receive()))
        .anyMatch(p -> p.startsWith("32") && p.endsWith("59"));
  }

  private static byte[] alias(int number) {
    return Wire.bytes(0x23, 0, number);
  }

  private static byte[] connect(String clientId) {
    return Wire.connect5(clientId, 2, Wire.bytes(), Wire.bytes());
  }

  private static String[] usual() {
    return USUAL.split("(?<=210064|2401|2501|2700024800|220008|2801|2900)");
  }

  /** The properties of a CONNACK, one by one. */
  private static Stream<String> properties(String connack) {
    String rest = connack.substring(10);
    Stream.Builder<String> all = Stream.builder();
    while (!rest.isEmpty()) {
      int length =
          switch (rest.substring(0, 2)) {
            case "21", "22", "13" -> 6;
            case "27", "11" -> 10;
            case "12" -> 6 + 2 * Integer.parseInt(rest.substring(2, 6), 16);
            default -> 4;
          };
      all.add(rest.substring(0, length));
      rest = rest.substring(length);
    }
    return all.build();
  }
}
