package io.kitproof.boards.kit;

import static io.kitproof.boards.kit.KitRig.press;
import static io.kitproof.boards.kit.StubBroker.CONNECT;
import static io.kitproof.boards.kit.StubBroker.DISCONNECT;
import static io.kitproof.boards.kit.StubBroker.PINGREQ;
import static io.kitproof.boards.kit.StubBroker.PUBLISH;
import static io.kitproof.boards.kit.StubBroker.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.boards.kit.StubBroker.Connection;
import io.kitproof.boards.kit.StubBroker.Packet;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What presses do while the broker is well (kits.md 1.1). */
class PublisherTest {
  private static final String READY = "[MQTT] Opening connection...Success\r\n";
  private static final String PUBLISHED = "[MQTT] Publishing... Success\r\n";

  private final KitRig rig;
  private final VirtualKit kit;
  private final KitConsole console;

  PublisherTest(@TempDir Path dir) {
    this.rig = new KitRig(dir);
    this.kit = rig.plug(rig.image(App.PUBLISHER));
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

  /** Two pings go by: whatever a press was to cause has happened by then. */
  private void letTenSecondsPass() throws InterruptedException {
    int pings = rig.broker.packets(PINGREQ).size();
    rig.broker.await(pings + 2, PINGREQ);
  }

  @Test
  void presses_alternate_off_on_off() throws Exception {
    console.await(READY);

    for (int i = 1; i <= 3; i++) {
      press(kit);
      console.await(PUBLISHED, i);
    }

    assertThat(payloads()).containsExactly("LIGHT OFF", "LIGHT ON", "LIGHT OFF");
  }

  @Test
  void a_press_before_it_is_ready_is_lost() throws Exception {
    CountDownLatch pressed = new CountDownLatch(1);
    rig.broker.script(
        (connection, packet) -> {
          if (packet.type() == CONNECT) {
            press(kit);
            pressed.countDown();
          }
          connection.answer(packet);
        });

    console.await(READY);
    pressed.await();
    press(kit);
    console.await(PUBLISHED);
    letTenSecondsPass();

    assertThat(payloads()).containsExactly("LIGHT OFF");
  }

  @Test
  void a_long_hold_publishes_once_on_release() throws Exception {
    console.await(READY);

    kit.button("MB1").set(false);
    letTenSecondsPass();
    assertThat(payloads()).isEmpty();

    kit.button("MB1").set(true);
    console.await(PUBLISHED);
    letTenSecondsPass();
    assertThat(payloads()).containsExactly("LIGHT OFF");
  }

  @Test
  void a_press_while_publishing_is_lost() throws Exception {
    rig.broker.script(
        (connection, packet) -> {
          if (packet.type() == PUBLISH) {
            press(kit);
            press(kit);
          }
          connection.answer(packet);
        });
    console.await(READY);

    press(kit);
    console.await(PUBLISHED);
    letTenSecondsPass();

    assertThat(payloads()).containsExactly("LIGHT OFF");
  }

  @Test
  void a_bounce_after_a_quick_puback_is_a_second_message() throws Exception {
    console.await(READY);

    press(kit);
    console.await(PUBLISHED);
    press(kit);
    console.await(PUBLISHED, 2);

    assertThat(payloads()).containsExactly("LIGHT OFF", "LIGHT ON");
  }

  @Test
  void other_buttons_do_nothing() throws Exception {
    console.await(READY);

    kit.button("MB2").set(false);
    kit.button("MB2").set(true);
    letTenSecondsPass();

    assertThat(payloads()).isEmpty();
  }

  @Test
  void a_refusing_connack_is_taken_for_success() throws Exception {
    rig.broker.script(
        (connection, packet) -> {
          if (packet.type() == CONNECT) {
            connection.send(bytes("20020005"));
          } else {
            connection.answer(packet);
          }
        });

    console.await(READY);
    press(kit);
    console.await(PUBLISHED);

    assertThat(payloads()).containsExactly("LIGHT OFF");
  }

  @Test
  void a_puback_that_comes_behind_another_packet_is_lost() throws Exception {
    rig.broker.script(
        (connection, packet) -> {
          if (packet.type() == PUBLISH && packet.id() == 1) {
            byte[] other = StubBroker.publish("x", new byte[0]);
            connection.send(other, bytes("40020001"));
          } else {
            connection.answer(packet);
          }
        });
    console.await(READY);

    press(kit);
    console.await(PUBLISHED);

    assertThat(rig.broker.packets(PUBLISH)).extracting(Packet::id).contains(1, 2);
  }

  @Test
  void a_puback_that_comes_late_is_taken_for_the_next_answer() throws Exception {
    rig.broker.script(
        (connection, packet) -> {
          if (packet.type() != PUBLISH) {
            connection.answer(packet);
          } else if (packet.id() == 2) {
            connection.send(bytes("40020001"));
            connection.send(bytes("40020002"));
          }
        });
    console.await(READY);
    press(kit);
    console.await(PUBLISHED);

    // Nobody acknowledges this one, but the answer to the second attempt is still unread.
    press(kit);
    console.await(PUBLISHED, 2);

    rig.broker.await(1, p -> p.type() == PUBLISH && p.payload().equals("LIGHT ON"));
  }

  @Test
  void it_is_a_tls_1_2_client_with_its_own_certificate() throws Exception {
    console.await(READY);

    Connection connection = rig.broker.connection();
    assertThat(connection.socket.getSession().getProtocol()).isEqualTo("TLSv1.2");
    assertThat(connection.socket.getSession().getPeerPrincipal().getName())
        .isEqualTo("CN=abc_publisher");
  }

  @Test
  void it_says_nothing_more_to_the_broker_when_all_is_well() throws Exception {
    console.await(READY);
    letTenSecondsPass();

    assertThat(rig.broker.packets(CONNECT)).hasSize(1);
    assertThat(rig.broker.packets(DISCONNECT)).isEmpty();
  }
}
