package io.kitproof.boards.kit;

import static io.kitproof.boards.kit.KitRig.press;
import static io.kitproof.boards.kit.StubBroker.CONNECT;
import static io.kitproof.boards.kit.StubBroker.DISCONNECT;
import static io.kitproof.boards.kit.StubBroker.PUBLISH;
import static io.kitproof.boards.kit.StubBroker.SUBSCRIBE;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.kitproof.boards.kit.FirmwareImage.Wifi;
import io.kitproof.boards.kit.StubBroker.Packet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A shadow goes on whatever fails, as if it were connected (kits.md 1.3). */
@Execution(ExecutionMode.CONCURRENT)
class ShadowTroubleTest {
  private static final String READY =
      "Subscribe SUCCEEDED for topic [$aws/things/abc_thing/shadow/update/delta]\r\n";
  private static final String CONNECTING =
      "Reading the certificate and private key from DCT...\r\n"
          + "[MQTT] Connecting to MQTT Broker...\r\n";
  private static final String PRESSED = "Button is pressed\r\n";

  private final KitRig rig;
  private final VirtualKit kit;
  private final KitConsole console;

  /** The waits of the firmware until its LED changes, each time it does. */
  private final BlockingQueue<List<Double>> toggles = new LinkedBlockingQueue<>();

  ShadowTroubleTest(@TempDir Path dir) {
    this.rig = new KitRig(dir, KitRig.WITH_TIME_TO_ANSWER);
    this.kit = rig.shadow("abc_thing");
    this.console = rig.console(kit);
    kit.led("LED1").onEdge((high, nanos) -> toggles.add(rig.longWaits()));
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  /** The next change of the LED. */
  @CanIgnoreReturnValue
  private List<Double> toggle() throws InterruptedException {
    List<Double> waits = toggles.poll(20, TimeUnit.SECONDS);
    assertThat(waits).as("the LED toggles").isNotNull();
    return waits;
  }

  /** It has given up connecting, and publishes and subscribes all the same. */
  private void assertToggledWithoutConnection() throws InterruptedException {
    console.await(CONNECTING.repeat(3));
    press(kit);

    assertThat(toggle()).endsWith(5.0, 2.0, 5.0);
    assertThat(kit.led("LED1").high()).isTrue();
    press(kit);
    assertThat(toggle()).endsWith(2.0, 5.0, 5.0);
    assertThat(kit.led("LED1").high()).isFalse();
    console.await(PRESSED, 2);
    assertThat(console.text())
        .endsWith(CONNECTING.repeat(3) + PRESSED + PRESSED)
        .doesNotContain("SUCCEEDED");
  }

  @Test
  void without_wifi_it_connects_to_0_0_0_0() throws Exception {
    rig.lan.wifi(false);
    kit.powerOn();

    console.await("[MQTT] Connecting to broker 0.0.0.0 ...\r\n\r\nThing Name: abc_thing\r\n");
    assertToggledWithoutConnection();
  }

  @Test
  void without_dns_it_connects_to_0_0_0_0() throws Exception {
    rig.lan.dns(false);
    kit.powerOn();

    console.await("[MQTT] Connecting to broker 0.0.0.0 ...\r\n\r\nThing Name: abc_thing\r\n");
    assertToggledWithoutConnection();
  }

  @Test
  void a_broker_that_refuses_is_tried_three_times() throws Exception {
    rig.broker.goDown();
    kit.powerOn();

    assertToggledWithoutConnection();
  }

  @Test
  void a_broker_that_closes_on_connect_is_tried_three_times() throws Exception {
    rig.broker.script(
        (connection, packet) -> {
          if (packet.type() == CONNECT) {
            connection.close();
          }
        });
    kit.powerOn();

    assertToggledWithoutConnection();
    assertThat(rig.broker.packets()).extracting(Packet::type).containsOnly(CONNECT).hasSize(3);
  }

  @Test
  void without_credentials_there_is_no_tls() throws Exception {
    byte[] none = {};
    kit.dct().configure("abc_thing", none, none, Wifi.COURSE);
    kit.powerOn();

    assertToggledWithoutConnection();
    assertThat(rig.broker.packets()).isEmpty();
    assertThat(rig.broker.refusals()).isNotEmpty();
  }

  @Test
  void a_certificate_and_a_key_that_do_not_belong_together_get_no_tls() throws Exception {
    byte[] certificate = rig.authority.issue("abc_thing").certificatePem();
    byte[] key = rig.authority.issue("abc_other").keyPem();
    kit.dct().configure("abc_thing", certificate, key, Wifi.COURSE);
    kit.powerOn();

    assertToggledWithoutConnection();
    assertThat(rig.broker.packets()).isEmpty();
  }

  @Test
  void a_lost_broker_is_not_noticed_and_presses_still_toggle() throws Exception {
    kit.powerOn();
    console.await(READY);
    String before = console.text();

    rig.broker.goDown();
    rig.broker.comeBack();
    rig.pass(Duration.ofSeconds(20));
    assertThat(console.text()).isEqualTo(before);
    press(kit);
    toggle();
    press(kit);
    toggle();
    console.await(PRESSED, 2);
    rig.pass(Duration.ofSeconds(10));

    assertThat(console.text()).isEqualTo(before + PRESSED + PRESSED);
    assertThat(rig.broker.connectionCount()).isEqualTo(1);
    assertThat(rig.broker.packets(PUBLISH)).noneMatch(p -> p.payload().contains("desired"));
    assertThat(rig.broker.packets(DISCONNECT)).isEmpty();
  }

  @Test
  void presses_while_a_publish_waits_for_its_puback_are_done_one_after_the_other()
      throws Exception {
    kit.powerOn();
    console.await(READY);
    rig.broker.script(
        (connection, packet) -> {
          if (packet.type() != PUBLISH) {
            connection.answer(packet);
          }
        });

    rig.restartWaits();
    press(kit);
    press(kit);
    press(kit);

    assertThat(toggle()).isEmpty();
    assertThat(toggle()).containsExactly(5.0);
    assertThat(toggle()).containsExactly(5.0, 5.0);
    console.await(PRESSED, 3);
    assertThat(console.text()).endsWith(READY + PRESSED.repeat(3));
  }

  @Test
  void no_puback_for_the_report_costs_5_s_and_says_nothing() throws Exception {
    rig.broker.script(
        (connection, packet) -> {
          if (packet.type() != PUBLISH) {
            connection.answer(packet);
          }
        });
    kit.powerOn();

    console.await("[MQTT] Successfully connected MQTT Broker\r\n" + READY);

    assertThat(rig.longWaits()).endsWith(5.0, 2.0);
  }

  @Test
  void a_broker_that_closes_on_subscribe_leaves_it_deaf_but_lively() throws Exception {
    rig.broker.script(
        (connection, packet) -> {
          if (packet.type() == SUBSCRIBE) {
            connection.close();
          } else {
            connection.answer(packet);
          }
        });
    kit.powerOn();
    rig.broker.await(1, SUBSCRIBE);

    press(kit);
    toggle();

    assertThat(kit.led("LED1").high()).isTrue();
    press(kit);
    console.await(PRESSED, 2);
    assertThat(console.text()).doesNotContain("Subscribe SUCCEEDED");
    assertThat(rig.broker.connectionCount()).isEqualTo(1);
  }

  @Test
  void a_second_message_in_one_segment_is_lost() throws Exception {
    kit.powerOn();
    console.await(READY);
    String topic = "$aws/things/abc_thing/shadow/update/delta";
    byte[] on = StubBroker.publish(topic, "{\"status\":\"ON\"}".getBytes(US_ASCII));
    byte[] off = StubBroker.publish(topic, "{\"status\":\"OFF\"}".getBytes(US_ASCII));

    rig.broker.connection().send(on, off);
    toggle();
    rig.broker.connection().send(on);
    console.await("Requested LED State[ON] Current LED State [ON]\r\n");

    assertThat(console.text()).doesNotContain("State[OFF]");
  }
}
