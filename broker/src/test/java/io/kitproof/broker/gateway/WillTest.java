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

class WillTest {

  private static final String GONE = "3007" + "000177" + "676f6e65";
  private static final byte[] TO_W = Wire.join(Wire.string("w"), Wire.string("gone"));

  private final Recorder recorder = new Recorder();
  private final OpenHouse principals = new OpenHouse();
  private final DeviceGateway gateway = Clouds.gateway(principals, recorder);
  private final InetSocketAddress door = gateway.openMqtt(Clouds.anywhere());
  private final RawClient watcher = RawClient.open(door);
  private final RawClient kit = RawClient.open(door);

  @BeforeEach
  void watch() {
    watcher.send(Wire.connect("watcher")).receive();
    watcher.send(Wire.subscribe(1, 0, "w")).receive();
  }

  @AfterEach
  void close() {
    kit.close();
    watcher.close();
    gateway.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0x06, 0x04})
  void will_is_sent_when_the_client_id_is_taken_over(int flags) {
    kit.send(Wire.connect("kit", 4, flags, 60, TO_W)).receive();

    try (RawClient newer = RawClient.open(door)) {
      newer.send(Wire.connect("kit")).receive();

      assertThat(watcher.receive()).isEqualTo(GONE);
    }
  }

  @Test
  void will_is_not_sent_when_the_client_says_goodbye() {
    kit.send(Wire.connect("kit", 4, 0x06, 60, TO_W)).receive();

    kit.send(Wire.hex("e000"));

    recorder.awaitEnd("kit");
    assertThat(watcher.send(Wire.hex("c000")).receive()).isEqualTo("d000");
  }

  @Test
  void client_of_mqtt_5_can_say_goodbye_and_have_its_will_sent() {
    kit.send(connect5("kit", Wire.bytes(), Wire.bytes(0))).receive();

    kit.send(Wire.hex("e00104"));

    assertThat(watcher.receive()).isEqualTo(GONE);
    assertThat(recorder.awaitEnd("kit").reason())
        .isEqualTo("the client said goodbye with a DISCONNECT");
  }

  @Test
  void will_is_sent_when_a_connected_client_is_no_longer_allowed() {
    kit.send(Wire.connect("kit", 4, 0x06, 60, TO_W)).receive();

    principals.rule((principal, guest, action, name) -> !name.equals("kit"));

    assertThat(watcher.receive()).isEqualTo(GONE);
  }

  @Test
  void will_of_a_client_that_was_never_connected_is_not_sent() {
    principals.rule((principal, guest, action, name) -> !name.equals("kit"));

    kit.send(Wire.connect("kit", 4, 0x06, 60, TO_W)).receive();

    recorder.awaitEnd("kit");
    assertThat(watcher.send(Wire.hex("c000")).receive()).isEqualTo("d000");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void api_that_disconnects_may_prevent_the_will(boolean prevent) {
    kit.send(Wire.connect("kit", 4, 0x06, 60, TO_W)).receive();

    assertThat(gateway.disconnect("kit", false, prevent)).isTrue();

    assertThat(kit.receive()).isEqualTo("closed");
    assertThat(recorder.awaitEnd("kit").cause().name()).isEqualTo("API_INITIATED_DISCONNECT");
    assertThat(recorder.awaitEnd("kit").reason()).isEqualTo("the API disconnected the client");
    assertThat(prevent ? watcher.send(Wire.hex("c000")).receive() : watcher.receive())
        .isEqualTo(prevent ? "d000" : GONE);
    assertThat(gateway.disconnect("kit", false, prevent)).isFalse();
  }

  @Test
  void retained_will_is_kept() {
    kit.send(Wire.connect("kit", 4, 0x2E, 60, TO_W)).receive();

    kit.close();

    assertThat(watcher.receive()).isEqualTo(GONE);
    try (RawClient late = RawClient.open(door)) {
      late.send(Wire.connect("late")).receive();
      late.send(Wire.subscribe(1, 0, "w")).receive();
      assertThat(late.receive()).isEqualTo("31" + GONE.substring(2));
    }
  }

  @Test
  void will_of_mqtt_5_keeps_its_properties() {
    try (RawClient newer = RawClient.open(door)) {
      newer.send(Wire.connect5("newer", 2, Wire.bytes(), Wire.bytes())).receive();
      newer.send(Wire.subscribe5(1, 0, "w")).receive();
      byte[] json = Wire.hex("05" + "03 0002 6a73");
      kit.send(connect5("kit", Wire.bytes(), json)).receive();

      kit.close();

      assertThat(newer.receive()).isEqualTo("300d" + "000177" + "0503" + "00026a73" + "676f6e65");
    }
  }

  @Test
  void delayed_will_is_not_sent_if_the_client_comes_back_in_time() {
    byte[] session = Wire.hex("11 0000003c");
    kit.send(connect5("kit", session, Wire.hex("05 18 00000001"))).receive();
    kit.close();
    recorder.awaitEnd("kit");

    try (RawClient again = RawClient.open(door)) {
      again.send(Wire.connect5("kit", 0, session, Wire.bytes())).receive();
      kitOf("later", Wire.hex("05 18 00000001")).close();

      assertThat(watcher.receive()).as("only the later one's").isEqualTo(GONE);
      assertThat(watcher.send(Wire.hex("c000")).receive()).isEqualTo("d000");
    }
  }

  @Test
  void delayed_will_is_sent_at_once_if_the_client_starts_anew() {
    byte[] session = Wire.hex("11 0000003c");
    kit.send(connect5("kit", session, Wire.hex("05 18 00000030"))).receive();
    kit.close();
    recorder.awaitEnd("kit");

    try (RawClient again = RawClient.open(door)) {
      again.send(Wire.connect5("kit", 2, session, Wire.bytes())).receive();

      assertThat(watcher.receive()).isEqualTo(GONE);
    }
  }

  private RawClient kitOf(String clientId, byte[] willProperties) {
    RawClient other = RawClient.open(door);
    other.send(connect5(clientId, Wire.hex("11 0000003c"), willProperties)).receive();
    return other;
  }

  private static byte[] connect5(String clientId, byte[] properties, byte[] willProperties) {
    return Wire.connect5(clientId, 0x06, properties, Wire.join(willProperties, TO_W));
  }
}
