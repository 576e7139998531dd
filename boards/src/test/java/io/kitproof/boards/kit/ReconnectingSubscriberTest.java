package io.kitproof.boards.kit;

import static io.kitproof.boards.kit.StubBroker.CONNECT;
import static io.kitproof.boards.kit.StubBroker.SUBSCRIBE;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.boards.kit.StubBroker.Connection;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The subscriber of the class of 2019 on the plain MQTT library (kits.md 1.4). */
@Execution(ExecutionMode.CONCURRENT)
class ReconnectingSubscriberTest {
  private static final String OPENED = "[MQTT] Opening connection... Success\r\n";
  private static final String NOT_OPENED = "[MQTT] Opening connection... Failed\r\n";
  private static final String READY = OPENED + "[MQTT] Subscribing...Success...\r\n";
  private static final String CLOSING = "[MQTT] Closing connection...\r\n";

  private final KitRig rig;
  private final VirtualKit kit;
  private final KitConsole console;

  ReconnectingSubscriberTest(@TempDir Path dir) {
    this.rig = new KitRig(dir, KitRig.WITH_TIME_TO_ANSWER);
    this.kit = rig.plug(rig.image(App.SUBSCRIBER_MQTT, Profile.CLASS2019));
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

  private void say(String text) throws Exception {
    rig.broker.connection().send(StubBroker.publish(KitRig.TOPIC, text.getBytes(US_ASCII)));
  }

  @Test
  void it_prints_its_whole_transcript() throws Exception {
    ready();
    say("LIGHT ON");
    console.await("light on\r\n");

    String text = console.text();
    assertThat(text.substring(text.indexOf("IPv4 network")))
        .isEqualTo(
            "IPv4 network ready IP: 192.168.1.57\r\n"
                + "Resolving IP address of MQTT broker\r\n"
                + "Resolved Broker IP: 52.6.1.2 ...\r\n\r\n"
                + READY
                + "light on\r\n");
    assertThat(kit.led("LED1").high()).isTrue();
    assertThat(rig.broker.packets(CONNECT))
        .singleElement()
        .satisfies(p -> assertThat(p.clientId()).isEqualTo("KEY_TestThing_Sub"));
    assertThat(rig.broker.packets(SUBSCRIBE))
        .singleElement()
        .satisfies(p -> assertThat(p.hex()).endsWith("6162632f62756c6200"));
  }

  @Test
  void a_lost_broker_is_noticed_at_the_next_look_and_subscribed_to_again() throws Exception {
    ready();
    rig.restartWaits();

    rig.broker.goDown();
    rig.broker.comeBack();
    console.await(CLOSING + READY);
    say("LIGHT ON");
    console.await("light on\r\n");

    assertThat(rig.longWaits()).containsExactly(5.0);
    assertThat(rig.broker.packets(SUBSCRIBE)).hasSize(2);
  }

  @Test
  void a_broker_that_stays_away_is_tried_for_ever_5_s_apart() throws Exception {
    ready();
    rig.restartWaits();

    rig.broker.goDown();
    console.await(NOT_OPENED, 3);
    List<Double> waits = rig.longWaits();
    rig.broker.comeBack();
    console.await(READY, 2);

    assertThat(waits).startsWith(5.0, 5.0, 5.0).allMatch(wait -> wait == 5.0);
    assertThat(console.text()).containsOnlyOnce(CLOSING).contains(CLOSING + NOT_OPENED);
  }

  @Test
  void what_cannot_be_subscribed_to_closes_the_connection_and_it_begins_again() throws Exception {
    rig.broker.script(
        (connection, packet) -> {
          if (packet.type() != SUBSCRIBE) {
            connection.answer(packet);
          }
        });
    kit.powerOn();
    console.await(OPENED + "[MQTT] Subscribing... Failed\r\n" + CLOSING);

    rig.broker.script(Connection::answer);
    console.await(READY);

    assertThat(rig.longWaits()).startsWith(1.2, 5.0, 5.0, 5.0);
  }

  @Test
  void messages_may_share_a_segment_and_overflow_nothing() throws Exception {
    kit.program(rig.image(App.SUBSCRIBER_MQTT, Profile.CLASS2019).withOverflow(Overflow.CRASH));
    ready();
    byte[] nonsense = StubBroker.publish(KitRig.TOPIC, "{\"state\":\"on\"}".getBytes(US_ASCII));
    byte[] on = StubBroker.publish(KitRig.TOPIC, "LIGHT ON".getBytes(US_ASCII));

    rig.broker.connection().send(nonsense, on);

    console.await("light off\r\nlight on\r\n");
  }

  @Test
  void without_subscribing_it_stays_connected() throws Exception {
    kit.program(rig.image(App.SUBSCRIBER_MQTT, Profile.CLASS2019, Mistake.NO_SUBSCRIBE));
    kit.powerOn();

    rig.broker.await(2, StubBroker.PINGREQ);

    assertThat(console.text()).endsWith(OPENED);
    assertThat(rig.broker.packets(SUBSCRIBE)).isEmpty();
  }
}
