package io.kitproof.boards.kit;

import static io.kitproof.boards.kit.KitRig.press;
import static io.kitproof.boards.kit.StubBroker.CONNECT;
import static io.kitproof.boards.kit.StubBroker.PUBLISH;
import static io.kitproof.boards.kit.StubBroker.SUBSCRIBE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.boards.kit.FirmwareImage.Wifi;
import io.kitproof.boards.kit.StubBroker.Packet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The shadow of the class of 2019, configured (kits.md 1.4). */
@Execution(ExecutionMode.CONCURRENT)
class AwsShadowTest {
  private static final String TOPIC = "$aws/things/abc_thing/shadow/update";
  private static final String ACCEPTED = "[AWS/MQTT] Event received 1\r\n";
  private static final String LOST = "[AWS/MQTT] Event received 2\r\n";
  private static final String ACKNOWLEDGED = "[AWS/MQTT] Event received 3\r\n";
  private static final String READY = "[AWS/MQTT] Event received 4\r\n";
  private static final String PRESSED = "[Shadow] Button is pressed\r\n";
  private static final String REPORTED_OFF =
      "{ \"state\": {\"reported\": { \"status\": \"OFF\" } } }\0";
  private static final String BOTH_ON =
      "{ \"state\": {\"desired\": { \"status\": \"ON\" } ,"
          + "\"reported\": { \"status\": \"ON\" } } }\0";

  private final KitRig rig;
  private final VirtualKit kit;
  private final KitConsole console;

  AwsShadowTest(@TempDir Path dir) {
    this.rig = new KitRig(dir, KitRig.WITH_TIME_TO_ANSWER);
    this.kit = rig.shadow("abc_thing", Profile.CLASS2019);
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

  private void delta(String json) throws Exception {
    rig.broker.connection().send(StubBroker.publish(TOPIC + "/delta", json.getBytes(UTF_8)));
  }

  private static String received(String json) {
    return "[AWS/MQTT] Event received 6\r\n"
        + "[Shadow] Received Payload [ Topic: $aws/things/abc_thing/shadow/update/delta ] :\r\n"
        + ("====\r\n" + json + "\r\n====\r\n");
  }

  @Test
  void it_prints_its_whole_transcript() throws Exception {
    ready();

    String text = console.text();
    assertThat(text.substring(text.indexOf("WLAN CLM")))
        .isEqualTo(
            "WLAN CLM         : API: 12.2 Data: 9.10.39 Compiler: 1.29.4"
                + " ClmImport: 1.36.3 Creation: 2018-02-12 04:00:50\r\r\n"
                + " Please wait, connecting to network...\r\n"
                + "(To return to SSID console screen, hold USER switch for 5 seconds during RESET"
                + " to clear DCT configuration)\r\n"
                + "Joining : WW101WPA\r\n"
                + "Successfully joined : WW101WPA\r\n"
                + "Setting IPv6 link-local address\r\n"
                + ("IPv6 network ready IP: " + Mac.of("shadow").ipv6() + "\r\n")
                + "Obtaining IPv4 address via DHCP\r\n"
                + "DHCP CLIENT hostname WICED IP\r\n"
                + "IPv4 network ready IP: 192.168.1.57\r\n"
                + "[Shadow] Reading Device's certificate and private key from DCT...\r\n"
                + "[Shadow] Thing Name: abc_thing\r\n"
                + "[Shadow] Shadow State Topic: $aws/things/abc_thing/shadow/update\r\n"
                + "[Shadow] Shadow Delta Topic: $aws/things/abc_thing/shadow/update/delta\r\n"
                + "[AWS] AWS endpoint: data-ats.iot.us-east-1.amazonaws.com is at 52.6.1.3\r\n"
                + ACCEPTED
                + ACKNOWLEDGED
                + READY);
  }

  @Test
  void it_connects_without_a_name_reports_off_5_s_later_and_subscribes_2_s_after_that()
      throws Exception {
    ready();

    assertThat(rig.longWaits()).endsWith(5.0, 2.0);
    assertThat(rig.broker.connection().socket.getSession().getPeerPrincipal().getName())
        .isEqualTo("CN=abc_thing");
    assertThat(rig.broker.packets(CONNECT))
        .singleElement()
        .satisfies(p -> assertThat(p.hex()).isEqualTo("00044d515454040200050000"));
    assertThat(rig.broker.packets(PUBLISH))
        .singleElement()
        .satisfies(
            p -> assertThat(p.topic()).isEqualTo(TOPIC),
            p -> assertThat(p.payload()).isEqualTo(REPORTED_OFF),
            p -> assertThat(p.flags()).isEqualTo(2));
    assertThat(rig.broker.packets(SUBSCRIBE))
        .singleElement()
        .satisfies(p -> assertThat(p.body()[p.body().length - 1]).isZero());
  }

  @Test
  void a_press_toggles_the_led_and_publishes_desired_and_reported() throws Exception {
    ready();

    press(kit);
    console.await(ACKNOWLEDGED, 2);

    assertThat(kit.led("LED1").high()).isTrue();
    assertThat(console.text()).endsWith(READY + PRESSED + ACKNOWLEDGED);
    assertThat(payloads()).containsExactly(REPORTED_OFF, BOTH_ON);
  }

  @Test
  void a_delta_that_asks_for_another_state_toggles_and_publishes_both() throws Exception {
    ready();

    delta("{\"state\":{\"status\":\"on\"}}");
    console.await(ACKNOWLEDGED, 2);

    assertThat(console.text())
        .endsWith(
            received("{\"state\":{\"status\":\"on\"}}")
                + "[Shadow] LED State OFF[current] ---> on[requested]\r\n"
                + ACKNOWLEDGED);
    assertThat(kit.led("LED1").high()).isTrue();
    assertThat(payloads()).containsExactly(REPORTED_OFF, BOTH_ON);
  }

  @Test
  void a_delta_that_is_no_json_is_received_and_no_more() throws Exception {
    ready();

    delta("ON");
    delta("{\"state\":{\"status\":\"OFF\"}}");
    console.await("[requested]\r\n");

    assertThat(console.text())
        .endsWith(
            received("ON")
                + received("{\"state\":{\"status\":\"OFF\"}}")
                + "[Shadow] LED State OFF[current] ---> OFF[requested]\r\n");
  }

  @Test
  void a_refused_connection_ends_it_and_presses_only_print() throws Exception {
    rig.broker.goDown();
    kit.powerOn();
    console.await("is at 52.6.1.3\r\n[Shadow] Failed to Connect to AWS IoT\r\n");

    press(kit);
    rig.pass(Duration.ofSeconds(10));

    assertThat(console.text()).endsWith("AWS IoT\r\n" + PRESSED);
    assertThat(kit.led("LED1").high()).isFalse();
  }

  @Test
  void without_wifi_it_goes_on_to_the_broker_and_ends_there() throws Exception {
    rig.lan.wifi(false);
    kit.powerOn();

    console.await(
        "[AWS] AWS endpoint: data-ats.iot.us-east-1.amazonaws.com is at 0.0.0.0\r\n"
            + "[AWS] DNS Error...resolving data-ats.iot.us-east-1.amazonaws.com\r\n"
            + "[Shadow] Failed to Connect to AWS IoT\r\n");
  }

  @Test
  void without_credentials_there_is_no_connection() throws Exception {
    byte[] none = {};
    kit.dct().configure("abc_thing", none, none, Wifi.COURSE);
    kit.powerOn();

    console.await("[Shadow] Failed to Connect to AWS IoT\r\n");

    assertThat(rig.broker.packets()).isEmpty();
  }

  @Test
  void a_broker_that_hangs_up_on_connect_ends_it_when_it_reports() throws Exception {
    rig.broker.script((connection, packet) -> connection.close());
    kit.powerOn();

    console.await(LOST + "[Shadow] Failed to Publish Shadow state message\r\n");

    assertThat(rig.longWaits()).endsWith(5.0);
    assertThat(payloads()).isEmpty();
  }

  @Test
  void a_broker_that_hangs_up_on_publish_ends_it_when_it_subscribes() throws Exception {
    rig.broker.script(
        (connection, packet) -> {
          if (packet.type() == PUBLISH) {
            connection.close();
          } else {
            connection.answer(packet);
          }
        });
    kit.powerOn();

    console.await(LOST + "[Shadow] Failed to Subscribe to Shadow delta\r\n");

    assertThat(rig.longWaits()).endsWith(5.0, 2.0);
    assertThat(rig.broker.packets(SUBSCRIBE)).isEmpty();
  }

  @Test
  void a_lost_broker_shows_at_once_and_presses_still_toggle() throws Exception {
    ready();
    rig.broker.goDown();
    rig.broker.comeBack();
    console.await(LOST);

    press(kit);
    console.await(PRESSED);
    rig.pass(Duration.ofSeconds(10));

    assertThat(kit.led("LED1").high()).isTrue();
    assertThat(console.text()).endsWith(LOST + PRESSED);
    assertThat(rig.broker.connectionCount()).isEqualTo(1);
    assertThat(payloads()).containsExactly(REPORTED_OFF);
  }

  @Test
  void messages_may_share_a_segment() throws Exception {
    ready();
    byte[] on = StubBroker.publish(TOPIC + "/delta", "{\"status\":\"ON\"}".getBytes(UTF_8));
    byte[] off = StubBroker.publish(TOPIC + "/delta", "{\"status\":\"OFF\"}".getBytes(UTF_8));

    rig.broker.connection().send(off, on);

    console.await("---> OFF[requested]\r\n" + received("{\"status\":\"ON\"}"));
    console.await("---> ON[requested]\r\n");
  }
}
