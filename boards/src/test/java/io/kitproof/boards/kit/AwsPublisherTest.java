package io.kitproof.boards.kit;

import static io.kitproof.boards.kit.KitRig.press;
import static io.kitproof.boards.kit.StubBroker.CONNECT;
import static io.kitproof.boards.kit.StubBroker.DISCONNECT;
import static io.kitproof.boards.kit.StubBroker.PINGREQ;
import static io.kitproof.boards.kit.StubBroker.PUBLISH;
import static io.kitproof.boards.kit.StubBroker.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.boards.kit.StubBroker.Packet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The publisher of the class of 2019 (kits.md 1.4). */
@Execution(ExecutionMode.CONCURRENT)
class AwsPublisherTest {
  private static final String ACCEPTED = "[AWS/MQTT] Event received 1\r\n";
  private static final String LOST = "[AWS/MQTT] Event received 2\r\n";
  private static final String ACKNOWLEDGED = "[AWS/MQTT] Event received 3\r\n";
  private static final String QUEUED = "[Application/AWS] Publishing... Success\r\r\n";
  private static final String ENDED =
      "[Application/AWS] Closing connection...\r\r\n"
          + "[Application/AWS] Deinitializing AWS library...\r\r\n";

  private final KitRig rig;
  private final CountDownLatch armed = new CountDownLatch(1);
  private final VirtualKit kit;
  private final KitConsole console;

  AwsPublisherTest(@TempDir Path dir) {
    this.rig = new KitRig(dir, KitRig.WITH_TIME_TO_ANSWER);
    this.kit = rig.plug(rig.image(App.PUBLISHER, Profile.CLASS2019));
    this.console = rig.console(kit);
    rig.after(Duration.ofMillis(1500), armed::countDown);
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  private void start(Mistake... mistakes) {
    kit.program(rig.image(App.PUBLISHER, Profile.CLASS2019, mistakes));
    kit.powerOn();
  }

  /** Connected, and the 1.5 s before the button is armed have passed. */
  private void ready() throws InterruptedException {
    console.await(ACCEPTED);
    assertThat(armed.await(20, TimeUnit.SECONDS)).isTrue();
    rig.pass(Duration.ofSeconds(3));
  }

  private List<String> payloads() {
    return rig.broker.packets(PUBLISH).stream().map(Packet::payload).toList();
  }

  @Test
  void it_prints_its_whole_transcript() throws Exception {
    start();
    ready();
    press(kit);
    console.await(ACKNOWLEDGED);

    assertThat(console.text())
        .isEqualTo(
            "\r\nStarting WICED vWiced_006.002.000.0072\r\n"
                + "Platform WW101_2_CYW943907AEVAL1F initialised\r\n"
                + "Started ThreadX v5.8\r\n"
                + "Initialising NetX_Duo v5.10_sp3\r\n"
                + "Creating Packet pools\r\n"
                + "WWD SoC.43909 interface initialised\r\n"
                + "WLAN MAC Address : AC:9F:05:45:A1:FC\r\r\n"
                + "WLAN Firmware    : wl0: Nov  7 2016 02:05:02 version 7.15.168.76 (r661247)"
                + " FWID 01-4df7aacd\r\r\n"
                + "WLAN CLM         : API: 12.2 Data: 9.10.39 Compiler: 1.29.4"
                + " ClmImport: 1.36.3 Creation: 2018-02-12 04:00:50\r\r\n"
                + "Joining : WW101WPA\r\n"
                + "Successfully joined : WW101WPA\r\n"
                + "Setting IPv6 link-local address\r\n"
                + "IPv6 network ready IP: FE80:0000:0000:0000:AE9F:05FF:FE45:A1FC\r\n"
                + "Obtaining IPv4 address via DHCP\r\n"
                + "DHCP CLIENT hostname WICED IP\r\n"
                + "IPv4 network ready IP: 192.168.1.57\r\n"
                + "[Application/AWS] Opening connection...\r\n"
                + "[AWS] AWS endpoint: data.iot.us-east-1.amazonaws.com is at 52.6.1.2\r\n"
                + ACCEPTED
                + QUEUED
                + ACKNOWLEDGED);
    assertThat(rig.broker.packets(CONNECT))
        .singleElement()
        .satisfies(
            p -> assertThat(p.clientId()).isEqualTo("KEY_TestThing"),
            p -> assertThat(p.hex()).startsWith("00044d51545404020005"));
    assertThat(rig.broker.packets(PUBLISH))
        .singleElement()
        .satisfies(
            p -> assertThat(p.topic()).isEqualTo("abc/bulb"),
            p -> assertThat(p.flags()).isEqualTo(2));
  }

  @Test
  void presses_alternate_off_on_off() throws Exception {
    start();
    ready();

    for (int i = 1; i <= 3; i++) {
      press(kit);
      console.await(QUEUED, i);
    }

    rig.broker.await(3, PUBLISH);
    assertThat(payloads()).containsExactly("LIGHT OFF", "LIGHT ON", "LIGHT OFF");
  }

  @Test
  void success_does_not_wait_for_the_puback() throws Exception {
    rig.broker.script(
        (connection, packet) -> {
          if (packet.type() != PUBLISH) {
            connection.answer(packet);
          }
        });
    start();
    ready();

    rig.restartWaits();
    press(kit);
    console.await(QUEUED);
    press(kit);
    console.await(QUEUED, 2);

    assertThat(console.text()).doesNotContain(ACKNOWLEDGED);
    rig.broker.await(1, p -> p.type() == PUBLISH && p.payload().equals("LIGHT ON"));
  }

  @Test
  void it_ends_when_no_more_can_be_queued() throws Exception {
    rig.broker.script(
        (connection, packet) -> {
          if (packet.type() != PUBLISH) {
            connection.answer(packet);
          }
        });
    start();
    ready();

    for (int i = 1; i <= 20; i++) {
      press(kit);
      console.await(QUEUED, i);
    }
    press(kit);

    console.await("[Application/AWS] Publishing... Failed\r\r\n");
    console.await("[Application/AWS] Deinitializing AWS library...\r\r\n");
    rig.broker.await(1, DISCONNECT);
    assertThat(console.text())
        .endsWith(
            "[Application/AWS] Publishing... Failed\r\r\n"
                + "[Application/AWS] Closing connection...\r\r\n"
                + LOST
                + "[Application/AWS] Deinitializing AWS library...\r\r\n");
  }

  @Test
  void a_lost_broker_shows_at_once_and_ends_it_at_the_next_poll() throws Exception {
    start();
    ready();
    rig.restartWaits();

    rig.broker.goDown();
    rig.broker.comeBack();

    console.await(LOST + ENDED);
    assertThat(rig.longWaits()).containsExactly(5.0);
    press(kit);
    rig.pass(Duration.ofSeconds(10));
    assertThat(console.text()).endsWith(LOST + ENDED);
    assertThat(rig.broker.connectionCount()).isEqualTo(1);
  }

  @Test
  void a_press_after_the_loss_ends_it_without_waiting_for_the_poll() throws Exception {
    start();
    ready();
    rig.broker.goDown();
    console.await(LOST);

    rig.restartWaits();
    press(kit);

    console.await(ENDED);
    assertThat(rig.broker.packets(PUBLISH)).isEmpty();
    assertThat(rig.longWaits()).isEmpty();
  }

  @Test
  void a_refusing_connack_is_seen() throws Exception {
    rig.broker.script(
        (connection, packet) -> {
          if (packet.type() == CONNECT) {
            connection.send(bytes("20020005"));
          } else {
            connection.answer(packet);
          }
        });
    start();

    console.await(ACCEPTED);
    console.await("[Application/AWS] Deinitializing AWS library...\r\r\n");

    assertThat(rig.longWaits()).endsWith(1.5, 5.0);
    assertThat(payloads()).isEmpty();
  }

  @Test
  void a_broker_that_says_nothing_is_left_at_the_first_poll() throws Exception {
    rig.broker.script(
        (connection, packet) -> {
          if (packet.type() != CONNECT) {
            connection.answer(packet);
          }
        });
    start();

    console.await("[Application/AWS] Deinitializing AWS library...\r\r\n");

    assertThat(rig.longWaits()).endsWith(1.5, 5.0);
    assertThat(console.text()).doesNotContain(ACCEPTED);
    assertThat(rig.broker.packets(CONNECT)).hasSize(1);
  }

  @Test
  void a_press_in_the_first_second_and_a_half_is_lost() throws Exception {
    rig.broker.script(
        (connection, packet) -> {
          if (packet.type() == CONNECT) {
            press(kit);
          }
          connection.answer(packet);
        });
    start();

    rig.broker.await(2, PINGREQ);

    assertThat(payloads()).isEmpty();
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
    start();
    ready();

    press(kit);

    console.await("[AWS/MQTT] Event received 6\r\n" + ACKNOWLEDGED);
  }

  @Test
  void a_flag_that_is_never_cleared_repeats_the_press_at_each_poll() throws Exception {
    start(Mistake.STUCK_IN_PROGRESS);
    ready();

    press(kit);

    rig.broker.await(3, PUBLISH);
    assertThat(payloads()).startsWith("LIGHT OFF", "LIGHT ON", "LIGHT OFF");
  }

  @Test
  void a_refused_connection_ends_it() throws Exception {
    rig.broker.goDown();
    start();

    console.await("is at 52.6.1.2\r\n[Application/AWS] Connect Failed\r\r\n");

    assertThat(rig.broker.packets()).isEmpty();
  }
}
