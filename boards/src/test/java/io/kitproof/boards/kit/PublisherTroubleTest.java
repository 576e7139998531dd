package io.kitproof.boards.kit;

import static io.kitproof.boards.kit.KitRig.press;
import static io.kitproof.boards.kit.StubBroker.CONNECT;
import static io.kitproof.boards.kit.StubBroker.DISCONNECT;
import static io.kitproof.boards.kit.StubBroker.PINGREQ;
import static io.kitproof.boards.kit.StubBroker.PUBLISH;
import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.boards.kit.StubBroker.Packet;
import io.kitproof.boards.kit.StubBroker.Script;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a broker or a network in trouble does to the publisher, with the times of kits.md 1.1. */
@Execution(ExecutionMode.CONCURRENT)
class PublisherTroubleTest {
  private static final String READY = "[MQTT] Opening connection...Success\r\n";
  private static final String PUBLISHED = "[MQTT] Publishing... Success\r\n";
  private static final String NOT_PUBLISHED = "[MQTT] Publishing... Failed\r\n";
  private static final String REOPENED =
      "[MQTT] Closing connection...[MQTT] Opening connection...Success\r\n";
  private static final String GIVEN_UP =
      "[MQTT] Opening connection...Failed\r\n[MQTT] Deinit connection...\r\n";

  private final KitRig rig;
  private final VirtualKit kit;
  private final KitConsole console;

  PublisherTroubleTest(@TempDir Path dir) {
    this.rig = new KitRig(dir, KitRig.WITH_TIME_TO_ANSWER);
    this.kit = rig.plug(rig.image(App.PUBLISHER));
    this.console = rig.console(kit);
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  private static Script ignore(Integer... types) {
    return (connection, packet) -> {
      if (!List.of(types).contains(packet.type())) {
        connection.answer(packet);
      }
    };
  }

  private static Script closeOn(int type) {
    return (connection, packet) -> {
      if (packet.type() == type) {
        connection.close();
      } else {
        connection.answer(packet);
      }
    };
  }

  private void publish(int times) throws InterruptedException {
    for (int i = 1; i <= times; i++) {
      press(kit);
      console.await(PUBLISHED, i);
    }
  }

  /** The press is ignored although the kit is connected and pings. */
  private void assertDeaf() throws InterruptedException {
    int before = rig.broker.packets(PUBLISH).size();
    int pings = rig.broker.packets(PINGREQ).size();
    press(kit);
    rig.broker.await(pings + 2, PINGREQ);
    assertThat(rig.broker.packets(PUBLISH)).hasSize(before);
  }

  @Test
  void no_puback_on_the_first_press_fails_after_three_attempts_of_5_s_and_leaves_it_deaf()
      throws Exception {
    rig.broker.script(ignore(PUBLISH));
    kit.powerOn();
    console.await(READY);

    rig.restartWaits();
    press(kit);
    console.await(NOT_PUBLISHED);
    console.await(REOPENED);

    assertThat(rig.longWaits()).containsExactly(5.0, 5.0, 5.0, 2.0);
    List<Packet> copies = rig.broker.packets(PUBLISH);
    assertThat(copies).extracting(Packet::id).containsOnly(1, 2, 3);
    assertThat(copies).extracting(Packet::flags).containsOnly(2);
    assertThat(copies).extracting(Packet::payload).containsOnly("LIGHT OFF");
    assertThat(rig.broker.packets(DISCONNECT)).hasSize(1);
    rig.broker.script((connection, packet) -> connection.answer(packet));
    assertDeaf();
  }

  @Test
  void a_broker_that_does_not_close_after_disconnect_is_left() throws Exception {
    rig.broker.script(ignore(PUBLISH, DISCONNECT));
    kit.powerOn();
    console.await(READY);

    press(kit);
    console.await(REOPENED);

    assertThat(rig.broker.connectionCount()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "2, 1", "4, 1"})
  void earlier_publishes_use_up_the_attempts(int earlier, int attempts) throws Exception {
    kit.powerOn();
    console.await(READY);
    publish(earlier);
    rig.broker.script(ignore(PUBLISH));

    rig.restartWaits();
    press(kit);
    console.await(NOT_PUBLISHED);

    console.await(REOPENED);
    List<Double> waits = new ArrayList<>(Collections.nCopies(attempts, 5.0));
    waits.add(2.0);
    assertThat(rig.longWaits()).isEqualTo(waits);
  }

  @ParameterizedTest
  @CsvSource({"0, 2", "1, 1", "2, 0"})
  void a_broker_lost_while_idle_shows_at_the_next_press(int earlier, int attempts)
      throws Exception {
    kit.powerOn();
    console.await(READY);
    publish(earlier);
    String before = console.text();
    rig.broker.goDown();
    rig.broker.comeBack();

    rig.restartWaits();
    assertThat(console.text()).isEqualTo(before);
    press(kit);
    console.await(NOT_PUBLISHED);
    console.await(REOPENED);

    List<Double> waits = new ArrayList<>(Collections.nCopies(attempts, 5.0));
    waits.addAll(List.of(5.0, 2.0));
    assertThat(rig.longWaits()).isEqualTo(waits);
    assertDeaf();
  }

  @Test
  void a_broker_that_stays_away_ends_it() throws Exception {
    kit.powerOn();
    console.await(READY);
    rig.broker.goDown();

    press(kit);
    console.await("[MQTT] Closing connection..." + GIVEN_UP);
    int connections = rig.broker.connectionCount();
    press(kit);

    assertThat(connections).isEqualTo(1);
    assertThat(console.text()).endsWith(GIVEN_UP);
  }

  @Test
  void a_broker_that_closes_on_publish_fails_it_after_10_s_and_it_reopens_7_s_later()
      throws Exception {
    rig.broker.script(closeOn(PUBLISH));
    kit.powerOn();
    console.await(READY);

    rig.restartWaits();
    press(kit);
    console.await(NOT_PUBLISHED);
    console.await(REOPENED);

    assertThat(rig.longWaits()).containsExactly(5.0, 5.0, 5.0, 2.0);
    assertThat(rig.broker.packets(PUBLISH)).hasSize(1);
    assertDeaf();
  }

  @Test
  void no_connack_means_connect_three_times_on_one_connection() throws Exception {
    rig.broker.script(ignore(CONNECT));
    kit.powerOn();
    rig.broker.await(1, CONNECT);
    rig.restartWaits();

    console.await(GIVEN_UP);

    assertThat(rig.longWaits()).containsExactly(5.0, 5.0, 5.0);
    assertThat(rig.broker.packets(CONNECT)).hasSize(3).allMatch(p -> p.connection() == 1);
    assertThat(rig.broker.packets(PINGREQ)).isNotEmpty();
    assertThat(rig.broker.connectionCount()).isEqualTo(1);
  }

  @Test
  void a_broker_that_closes_on_connect_is_tried_three_times_at_once() throws Exception {
    rig.broker.script(closeOn(CONNECT));
    kit.powerOn();

    console.await(GIVEN_UP);

    assertThat(rig.broker.packets(CONNECT)).extracting(Packet::connection).containsExactly(1, 2, 3);
  }

  @Test
  void a_broker_that_refuses_ends_it() throws Exception {
    rig.broker.goDown();
    kit.powerOn();

    console.await(GIVEN_UP);

    assertThat(rig.broker.packets()).isEmpty();
  }

  @Test
  void lost_wifi_is_silent_and_shows_at_the_next_press() throws Exception {
    kit.powerOn();
    console.await(READY);
    rig.broker.await(1, PINGREQ);
    String before = console.text();

    rig.lan.wifi(false);
    rig.pass(Duration.ofSeconds(20));
    assertThat(console.text()).isEqualTo(before);
    rig.restartWaits();
    press(kit);
    console.await(NOT_PUBLISHED);
    rig.lan.wifi(true);
    console.await(REOPENED);
    assertThat(rig.longWaits()).startsWith(5.0, 5.0, 5.0, 2.0);

    assertDeaf();
  }

  @Test
  void a_short_gap_in_the_wifi_only_delays() throws Exception {
    kit.powerOn();
    console.await(READY);

    rig.lan.wifi(false);
    press(kit);
    rig.lan.wifi(true);
    console.await(PUBLISHED);

    assertThat(rig.broker.connectionCount()).isEqualTo(1);
  }
}
