package io.kitproof.boards.kit;

import static io.kitproof.boards.kit.KitRig.press;
import static io.kitproof.boards.kit.StubBroker.CONNECT;
import static io.kitproof.boards.kit.StubBroker.PINGREQ;
import static io.kitproof.boards.kit.StubBroker.PUBLISH;
import static io.kitproof.boards.kit.StubBroker.SUBSCRIBE;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.boards.kit.StubBroker.Packet;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A shadow that is configured, while its broker is well (kits.md 1.3). */
@Execution(ExecutionMode.CONCURRENT)
class ShadowTest {
  private static final String TOPIC = "$aws/things/abc_thing/shadow/update";
  private static final String READY =
      "Subscribe SUCCEEDED for topic [$aws/things/abc_thing/shadow/update/delta]\r\n";
  private static final String PUBLISHED =
      "Publish SUCCEEDED for topic [$aws/things/abc_thing/shadow/update]\r\n";
  private static final String REPORTED_OFF =
      "{ \"state\": {\"reported\": { \"status\": \"OFF\" } } }\0";
  private static final String BOTH_ON =
      "{ \"state\": {\"desired\": { \"status\": \"ON\" } ,"
          + "\"reported\": { \"status\": \"ON\" } } }\0";
  private static final String BOTH_OFF = BOTH_ON.replace("ON", "OFF");

  private final KitRig rig;
  private final VirtualKit kit;
  private final KitConsole console;

  ShadowTest(@TempDir Path dir) {
    this.rig = new KitRig(dir, KitRig.WITH_TIME_TO_ANSWER);
    this.kit = rig.shadow("abc_thing");
    this.console = rig.console(kit);
  }

  @BeforeEach
  void powerOn() {
    kit.powerOn();
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  /** One a packet id: a ping at the wrong moment makes a second copy of any message. */
  private List<String> payloads() {
    Map<Integer, String> byId = new LinkedHashMap<>();
    rig.broker.packets(PUBLISH).forEach(p -> byId.put(p.id(), p.payload()));
    return List.copyOf(byId.values());
  }

  private void delta(String json) throws Exception {
    rig.broker.connection().send(StubBroker.publish(TOPIC + "/delta", json.getBytes(UTF_8)));
  }

  /** Two pings go by: whatever something was to cause has happened by then. */
  private void letTenSecondsPass() throws InterruptedException {
    int pings = rig.broker.packets(PINGREQ).size();
    rig.broker.await(pings + 2, PINGREQ);
  }

  @Test
  void it_prints_its_whole_transcript() throws Exception {
    console.await(READY);

    String text = console.text();
    assertThat(text.substring(text.indexOf("FWID 01-4df7aacd")))
        .isEqualTo(
            "FWID 01-4df7aacd\r\r\n"
                + " Please wait, connecting to network...\r\n"
                + "(To return to SSID console screen, hold USER switch for 5 seconds during RESET"
                + " to clear DCT configuration)\r\n"
                + "Joining : WW101WPA\r\n"
                + "Successfully joined : WW101WPA\r\n"
                + "Obtaining IPv4 address via DHCP\r\n"
                + "DHCP CLIENT hostname WICED IP\r\n"
                + "IPv4 network ready IP: 192.168.1.57\r\n"
                + "Setting IPv6 link-local address\r\n"
                + ("IPv6 network ready IP: " + Mac.of("shadow").ipv6() + "\r\n")
                + "[MQTT] Connecting to broker 52.6.1.2 ...\r\n"
                + "\r\n"
                + "Thing Name: abc_thing\r\n"
                + "Shadow State Topic: $aws/things/abc_thing/shadow/update\r\n"
                + "Shadow Delta Topic: $aws/things/abc_thing/shadow/update/delta\r\n"
                + "Reading the certificate and private key from DCT...\r\n"
                + "[MQTT] Connecting to MQTT Broker...\r\n"
                + "[MQTT] Successfully connected MQTT Broker\r\n"
                + PUBLISHED
                + READY);
  }

  @Test
  void it_connects_with_what_the_dct_holds_reports_off_and_subscribes_2_s_later() throws Exception {
    console.await(READY);

    assertThat(rig.waits()).containsOnlyOnce(2.0);
    assertThat(rig.broker.packets())
        .extracting(Packet::type)
        .containsSubsequence(CONNECT, PUBLISH, SUBSCRIBE);
    assertThat(rig.broker.connection().socket.getSession().getPeerPrincipal().getName())
        .isEqualTo("CN=abc_thing");
    assertThat(rig.broker.packets(CONNECT))
        .singleElement()
        .satisfies(
            p -> assertThat(p.clientId()).isEqualTo("wiced_shadow_aws"),
            p -> assertThat(p.hex()).startsWith("00044d51545404020005"));
    Packet report = rig.broker.packets(PUBLISH).get(0);
    assertThat(report.topic()).isEqualTo(TOPIC);
    assertThat(report.payload()).isEqualTo(REPORTED_OFF);
    assertThat(report.flags()).isEqualTo(2);
    assertThat(rig.broker.packets(SUBSCRIBE))
        .singleElement()
        .satisfies(
            p -> assertThat(new String(p.body(), 4, p.number(2), US_ASCII)).endsWith("/delta"),
            p -> assertThat(p.body()[p.body().length - 1]).isZero());
  }

  @Test
  void a_press_toggles_the_led_and_publishes_desired_and_reported() throws Exception {
    console.await(READY);

    press(kit);
    console.await(PUBLISHED, 2);
    assertThat(kit.led("LED1").high()).isTrue();
    assertThat(console.text()).endsWith(READY + "Button is pressed\r\n" + PUBLISHED);

    press(kit);
    console.await(PUBLISHED, 3);
    assertThat(kit.led("LED1").high()).isFalse();
    assertThat(payloads()).containsExactly(REPORTED_OFF, BOTH_ON, BOTH_OFF);
  }

  @Test
  void the_led_changes_before_the_publish() throws Exception {
    console.await(READY);
    boolean[] lit = {false};
    rig.broker.script(
        (connection, packet) -> {
          lit[0] |= packet.type() == PUBLISH && kit.led("LED1").high();
          connection.answer(packet);
        });

    press(kit);
    console.await(PUBLISHED, 2);

    assertThat(lit[0]).isTrue();
  }

  @Test
  void holding_the_button_does_nothing_until_it_is_released() throws Exception {
    console.await(READY);

    kit.button("MB1").set(false);
    letTenSecondsPass();
    assertThat(console.text()).endsWith(READY);

    kit.button("MB1").set(true);
    console.await(PUBLISHED, 2);
    assertThat(payloads()).containsExactly(REPORTED_OFF, BOTH_ON);
  }

  @Test
  void each_bounce_is_a_toggle() throws Exception {
    console.await(READY);

    press(kit);
    press(kit);
    press(kit);
    console.await(PUBLISHED, 4);

    console.await("Button is pressed\r\n", 3);
    assertThat(payloads()).containsExactly(REPORTED_OFF, BOTH_ON, BOTH_OFF, BOTH_ON);
  }

  @Test
  void presses_while_it_connects_are_kept() throws Exception {
    rig.broker.script(
        (connection, packet) -> {
          if (packet.type() == CONNECT) {
            press(kit);
          }
          connection.answer(packet);
        });

    console.await(PUBLISHED, 2);

    assertThat(payloads()).containsExactly(REPORTED_OFF, BOTH_ON);
    assertThat(console.text())
        .contains("[MQTT] Connecting to MQTT Broker...\r\nButton is pressed\r\n");
  }

  @Test
  void a_delta_that_asks_for_another_state_toggles_and_publishes_both() throws Exception {
    console.await(READY);

    delta("{\"state\":{\"status\":\"on\"}}");
    console.await(PUBLISHED, 2);

    assertThat(console.text())
        .endsWith(
            "Received {\"state\":{\"status\":\"on\"}}  for TOPIC : "
                + TOPIC
                + "/delta\r\n\r\n"
                + "Requested LED State[on] Current LED State [OFF]\r\n"
                + PUBLISHED);
    assertThat(kit.led("LED1").high()).isTrue();
    assertThat(payloads()).containsExactly(REPORTED_OFF, BOTH_ON);
  }

  @Test
  void a_delta_that_asks_for_the_state_it_has_is_only_printed() throws Exception {
    console.await(READY);

    delta("{\"state\":{\"status\":\"OFF\"}}");
    letTenSecondsPass();

    assertThat(console.text())
        .endsWith(
            "Received {\"state\":{\"status\":\"OFF\"}}  for TOPIC : "
                + TOPIC
                + "/delta\r\n\r\n"
                + "Requested LED State[OFF] Current LED State [OFF]\r\n");
    assertThat(payloads()).containsExactly(REPORTED_OFF);
  }

  @Test
  void a_delta_with_a_nul_behind_it_is_received_and_no_more() throws Exception {
    console.await(READY);

    delta("{\"state\":{\"status\":\"ON\"}}\0");
    letTenSecondsPass();

    assertThat(console.text())
        .endsWith(
            "Received {\"state\":{\"status\":\"ON\"}}  for TOPIC : " + TOPIC + "/delta\r\n\r\n");
    assertThat(kit.led("LED1").high()).isFalse();
  }

  @Test
  void a_delta_that_was_cut_off_makes_it_ignore_all_later_ones_until_reset() throws Exception {
    console.await(READY);
    delta("{\"state\":{\"status\":\"ON\"");
    console.await("Received ");

    delta("{\"state\":{\"status\":\"ON\"}}");
    console.await("Received ", 2);
    letTenSecondsPass();
    assertThat(console.text()).doesNotContain("Requested");

    kit.reset();
    console.await(READY, 2);
    delta("{\"state\":{\"status\":\"ON\"}}");
    console.await("Requested LED State[ON] Current LED State [OFF]\r\n");
  }

  @Test
  void a_delta_without_a_status_repeats_what_was_asked_for_before() throws Exception {
    console.await(READY);
    delta("{\"state\":{\"status\":\"ON\"}}");
    console.await(PUBLISHED, 2);

    delta("{\"state\":{\"color\":\"RED\"}}");
    console.await("Requested LED State[ON] Current LED State [ON]\r\n");
    letTenSecondsPass();

    assertThat(payloads()).containsExactly(REPORTED_OFF, BOTH_ON);
  }

  @Test
  void a_text_of_bytes_that_are_no_letters_comes_out_as_it_went_in() throws Exception {
    console.await(READY);

    delta("{\"state\":{\"status\":\"\u00e9\u00e9\u00e9\"}}");

    // Six bytes, which this console cannot show.
    console.await("Requested LED State[" + "\uFFFD".repeat(6) + "] Current LED State [OFF]\r\n");
  }
}
