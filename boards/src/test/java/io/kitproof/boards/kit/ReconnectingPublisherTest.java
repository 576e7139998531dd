package io.kitproof.boards.kit;

import static io.kitproof.boards.kit.KitRig.press;
import static io.kitproof.boards.kit.StubBroker.CONNECT;
import static io.kitproof.boards.kit.StubBroker.PUBLISH;
import static io.kitproof.boards.kit.StubBroker.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.boards.kit.StubBroker.Connection;
import io.kitproof.boards.kit.StubBroker.Packet;
import io.kitproof.boards.kit.StubBroker.Script;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The publisher of the class of 2019 on the plain MQTT library (kits.md 1.4). */
@Execution(ExecutionMode.CONCURRENT)
class ReconnectingPublisherTest {
  private static final String READY = "[MQTT] Opening connection...Success\r\n";
  private static final String NOT_OPENED = "[MQTT] Opening connection...Failed\r\n";
  private static final String PUBLISHED = "[MQTT] Publishing... Success\r\n";
  private static final String NOT_PUBLISHED = "[MQTT] Publishing... Failed\r\n";
  private static final String WAITING =
      "[MQTT] Closing connection...\r\n"
          + "[MQTT] Wait for 40 seconds so that wifi network will be ready"
          + " ( delay is only for testing purpose )...\r\n";
  private static final Script NO_PUBACK =
      (connection, packet) -> {
        if (packet.type() != PUBLISH) {
          connection.answer(packet);
        }
      };

  private final KitRig rig;
  private final VirtualKit kit;
  private final KitConsole console;

  ReconnectingPublisherTest(@TempDir Path dir) {
    this.rig = new KitRig(dir, KitRig.WITH_TIME_TO_ANSWER);
    this.kit = rig.plug(rig.image(App.PUBLISHER_MQTT, Profile.CLASS2019));
    this.console = rig.console(kit);
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  private void ready() throws InterruptedException {
    kit.powerOn();
    console.await(READY);
  }

  private List<String> payloads() {
    return rig.broker.packets(PUBLISH).stream().map(Packet::payload).toList();
  }

  @Test
  void it_prints_its_whole_transcript() throws Exception {
    ready();
    press(kit);
    console.await(PUBLISHED);

    String text = console.text();
    assertThat(text.substring(text.indexOf("Joining")))
        .isEqualTo(
            "Joining : WW101WPA\r\n"
                + "Successfully joined : WW101WPA\r\n"
                + "Setting IPv6 link-local address\r\n"
                + ("IPv6 network ready IP: " + Mac.of("publisher-mqtt").ipv6() + "\r\n")
                + "Obtaining IPv4 address via DHCP\r\n"
                + "DHCP CLIENT hostname WICED IP\r\n"
                + "IPv4 network ready IP: 192.168.1.57\r\n"
                + "Resolving IP address of MQTT broker...\r\n"
                + "Resolved Broker IP: 52.6.1.2\r\n\r\n"
                + READY
                + PUBLISHED);
    assertThat(text).startsWith("\r\nStarting WICED vWiced_006.002.000.0072\r\n");
    assertThat(rig.broker.packets(CONNECT))
        .singleElement()
        .satisfies(p -> assertThat(p.clientId()).isEqualTo("KEY_TestThing"));
    assertThat(payloads()).containsExactly("LIGHT OFF");
  }

  @Test
  void a_lost_broker_is_noticed_at_the_next_look_and_connected_to_again_after_40_s()
      throws Exception {
    ready();
    press(kit);
    console.await(PUBLISHED);
    rig.restartWaits();

    rig.broker.goDown();
    rig.broker.comeBack();
    console.await(WAITING + READY);

    assertThat(rig.longWaits()).containsExactly(5.0, 40.0);
    press(kit);
    console.await(PUBLISHED, 2);
    assertThat(payloads()).containsExactly("LIGHT OFF", "LIGHT ON");
    assertThat(rig.broker.connectionCount()).isEqualTo(2);
  }

  @Test
  void a_press_after_the_loss_is_lost_and_ends_the_wait_for_the_next_look() throws Exception {
    ready();
    rig.broker.goDown();
    rig.broker.comeBack();
    rig.pass(Duration.ofSeconds(1));
    rig.restartWaits();

    press(kit);
    console.await(WAITING + READY);

    assertThat(rig.longWaits()).containsExactly(40.0);
    assertThat(payloads()).isEmpty();
  }

  @Test
  void presses_during_the_40_s_are_lost() throws Exception {
    ready();
    rig.broker.goDown();
    rig.broker.comeBack();
    console.await(WAITING);

    press(kit);
    console.await(READY, 2);
    rig.pass(Duration.ofSeconds(12));

    assertThat(console.text()).endsWith(WAITING + READY);
    assertThat(payloads()).isEmpty();
  }

  @Test
  void a_broker_that_is_not_there_is_tried_for_ever_5_s_apart() throws Exception {
    rig.broker.goDown();
    kit.powerOn();
    console.await(NOT_OPENED, 4);

    rig.broker.comeBack();
    console.await(READY);

    assertThat(rig.longWaits().subList(0, 4)).containsExactly(1.2, 5.0, 5.0, 5.0);
    assertThat(console.text()).doesNotContain("Deinit");
  }

  @Test
  void a_refusing_connack_is_no_connection() throws Exception {
    rig.broker.script(
        (connection, packet) -> {
          if (packet.type() == CONNECT) {
            connection.send(bytes("20020005"));
          } else {
            connection.answer(packet);
          }
        });
    kit.powerOn();
    console.await(NOT_OPENED, 2);

    rig.broker.script(Connection::answer);
    console.await(READY);

    assertThat(rig.broker.packets(CONNECT)).hasSizeGreaterThanOrEqualTo(7);
    assertThat(console.text()).startsWith("\r\nStarting").doesNotContain(WAITING);
  }

  @Test
  void what_could_not_be_published_is_said_at_the_next_press_after_40_s() throws Exception {
    rig.broker.script(NO_PUBACK);
    ready();
    rig.restartWaits();
    press(kit);
    console.await(NOT_PUBLISHED + WAITING);
    rig.broker.script(Connection::answer);
    console.await(READY, 2);
    assertThat(rig.longWaits()).containsExactly(5.0, 5.0, 5.0, 40.0);

    press(kit);
    console.await(PUBLISHED);

    assertThat(payloads()).containsOnly("LIGHT OFF");
  }

  @Test
  void attempts_count_within_a_connection_and_afresh_in_the_next() throws Exception {
    ready();
    for (int i = 1; i <= 3; i++) {
      press(kit);
      console.await(PUBLISHED, i);
    }
    rig.broker.script(NO_PUBACK);

    rig.restartWaits();
    press(kit);
    console.await(READY, 2);
    assertThat(rig.longWaits()).containsExactly(5.0, 40.0);

    rig.restartWaits();
    press(kit);
    console.await(READY, 3);
    assertThat(rig.longWaits()).containsExactly(5.0, 5.0, 5.0, 40.0);
  }

  @Test
  void a_puback_that_comes_behind_another_packet_is_heard() throws Exception {
    rig.broker.script(
        (connection, packet) -> {
          if (packet.type() == PUBLISH) {
            connection.send(
                StubBroker.publish("x", new byte[0]), bytes("4002%04x".formatted(packet.id())));
          } else {
            connection.answer(packet);
          }
        });
    ready();

    press(kit);

    console.await(PUBLISHED);
  }

  @Test
  void a_network_that_lets_nobody_in_ends_it() throws Exception {
    rig.lan.accessPoint("WW101WPA", "another");
    kit.powerOn();

    console.await("\r\nNot able to join the requested AP\r\n\r\n");

    assertThat(rig.broker.packets()).isEmpty();
  }
}
