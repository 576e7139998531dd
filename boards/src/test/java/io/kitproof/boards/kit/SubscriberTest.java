package io.kitproof.boards.kit;

import static io.kitproof.boards.kit.StubBroker.CONNECT;
import static io.kitproof.boards.kit.StubBroker.DISCONNECT;
import static io.kitproof.boards.kit.StubBroker.PINGREQ;
import static io.kitproof.boards.kit.StubBroker.SUBSCRIBE;
import static io.kitproof.boards.kit.StubBroker.bytes;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubscriberTest {
  private static final String READY = "[MQTT] Subscribing...Success...\r\n";

  private final KitRig rig;
  private final VirtualKit kit;
  private final KitConsole console;

  SubscriberTest(@TempDir Path dir) {
    this.rig = new KitRig(dir);
    this.kit = rig.plug(rig.image(App.SUBSCRIBER));
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

  private static byte[] message(String text) {
    return StubBroker.publish(KitRig.TOPIC, text.getBytes(US_ASCII));
  }

  private void letFiveSecondsPass() throws InterruptedException {
    rig.broker.await(rig.broker.packets(PINGREQ).size() + 1, PINGREQ);
  }

  @Test
  void messages_switch_the_led() throws Exception {
    ready();
    assertThat(kit.led("LED1").high()).isFalse();

    rig.broker.connection().send(message("LIGHT ON"));
    console.await("light on\r\n");
    assertThat(kit.led("LED1").high()).isTrue();

    rig.broker.connection().send(message("LIGHT OFF"));
    console.await("light off\r\n");
    assertThat(kit.led("LED1").high()).isFalse();
    assertThat(kit.led("LED2").high()).isFalse();
  }

  @Test
  void the_second_message_of_a_segment_is_lost() throws Exception {
    ready();

    rig.broker.connection().send(message("LIGHT ON"), message("LIGHT OFF"));
    console.await("light on\r\n");
    rig.broker.connection().send(message("L"));
    console.await("light on\r\n", 2);

    assertThat(console.text()).endsWith("light on\r\nlight on\r\n");
  }

  @Test
  void a_message_longer_than_a_segment_is_lost() throws Exception {
    ready();

    rig.broker.connection().send(message("X".repeat(1460)));
    rig.broker.connection().send(message("LIGHT ON"));
    console.await("light on\r\n");

    assertThat(console.text()).endsWith(READY + "light on\r\n");
  }

  @Test
  void a_failing_suback_is_taken_for_success() throws Exception {
    rig.broker.script(
        (connection, packet) -> {
          if (packet.type() == SUBSCRIBE) {
            connection.send(bytes("9003%04x80".formatted(packet.id())));
          } else {
            connection.answer(packet);
          }
        });

    ready();

    assertThat(rig.broker.packets(SUBSCRIBE)).hasSize(1);
  }

  @Test
  void a_broker_that_closes_on_subscribe_fails_it_after_10_s() throws Exception {
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
    rig.restartWaits();

    console.await("[MQTT] Subscribing... Failed\r\n");

    assertThat(rig.longWaits()).containsExactly(5.0, 5.0);
    assertThat(rig.broker.connectionCount()).isEqualTo(1);
  }

  @Test
  void a_broker_that_closes_on_connect_ends_it_without_deinit() throws Exception {
    rig.broker.script(
        (connection, packet) -> {
          if (packet.type() == CONNECT) {
            connection.close();
          }
        });
    kit.powerOn();

    console.await("[MQTT] Opening connection... Failed\r\n");

    assertThat(rig.broker.packets(CONNECT)).hasSize(3);
    assertThat(console.text()).endsWith("\r\n[MQTT] Opening connection... Failed\r\n");
  }

  @Test
  void a_lost_broker_leaves_it_silent_for_ever_with_the_led_as_it_was() throws Exception {
    ready();
    rig.broker.connection().send(message("LIGHT ON"));
    console.await("light on\r\n");
    String before = console.text();

    rig.broker.goDown();
    rig.broker.comeBack();
    rig.pass(Duration.ofSeconds(20));

    assertThat(console.text()).isEqualTo(before);
    assertThat(kit.led("LED1").high()).isTrue();
    assertThat(rig.broker.connectionCount()).isEqualTo(1);
    assertThat(rig.broker.packets(DISCONNECT)).isEmpty();
  }

  @Test
  void buttons_do_nothing() throws Exception {
    ready();

    KitRig.press(kit);
    letFiveSecondsPass();

    assertThat(console.text()).endsWith(READY);
  }

  @Test
  void a_long_message_can_stop_it_until_reset() throws Exception {
    kit.program(kit.image().withOverflow(Overflow.CRASH));
    ready();
    rig.broker.connection().send(message("LIGHT ON"));
    console.await("light on\r\n");

    rig.broker.connection().send(message("{\"state\":\"on\"}"));
    rig.broker.connection().send(message("LIGHT OFF"));
    rig.pass(Duration.ofSeconds(10));

    assertThat(console.text()).endsWith("light on\r\n");
    assertThat(kit.led("LED1").high()).isTrue();
    // It may have pinged before it stopped, on a busy machine; a kit that lives goes on pinging.
    int pings = rig.broker.packets(PINGREQ).size();
    rig.pass(Duration.ofSeconds(10));
    assertThat(rig.broker.packets(PINGREQ)).hasSize(pings);
    kit.reset();
    console.await(READY, 2);
    assertThat(kit.led("LED1").high()).isFalse();
  }
}
