package io.kitproof.boards.kit;

import static io.kitproof.boards.kit.KitRig.press;
import static io.kitproof.boards.kit.StubBroker.CONNECT;
import static io.kitproof.boards.kit.StubBroker.PUBLISH;
import static io.kitproof.boards.kit.StubBroker.SUBSCRIBE;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.boards.kit.StubBroker.Connection;
import io.kitproof.boards.kit.StubBroker.Packet;
import io.kitproof.boards.kit.StubBroker.Script;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the class of 2017 does otherwise than WICED 4.1; all the rest is the same code. */
class Class2017Test {
  private static final String READY = "[MQTT] Opening connection...Success\r\n";
  private static final String PUBLISHED = "[MQTT] Publishing... Success\r\n";
  private static final String NOT_PUBLISHED = "[MQTT] Publishing... Failed\r\n";
  private static final String REOPENED =
      "[MQTT] Closing connection...[MQTT] Opening connection...Success\r\n";
  private static final Script NO_PUBACK =
      (connection, packet) -> {
        if (packet.type() != PUBLISH) {
          connection.answer(packet);
        }
      };

  private final KitRig rig;

  Class2017Test(@TempDir Path dir) {
    this.rig = new KitRig(dir);
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  private VirtualKit start(App app) {
    VirtualKit kit = rig.plug(rig.image(app, Profile.CLASS2017));
    kit.powerOn();
    return kit;
  }

  @Test
  void a_failed_publish_leaves_the_publisher_able_to_hear() throws Exception {
    rig.broker.script(NO_PUBACK);
    VirtualKit kit = start(App.PUBLISHER);
    KitConsole console = rig.console(kit);
    console.await(READY);
    press(kit);
    console.await(NOT_PUBLISHED);
    console.await(REOPENED);

    rig.broker.script(Connection::answer);
    press(kit);
    console.await(PUBLISHED);

    assertThat(rig.broker.packets(PUBLISH))
        .extracting(Packet::payload)
        .as("what failed is said again")
        .containsOnly("LIGHT OFF");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4})
  void each_publish_has_three_attempts(int earlier) throws Exception {
    VirtualKit kit = start(App.PUBLISHER);
    KitConsole console = rig.console(kit);
    console.await(READY);
    for (int i = 1; i <= earlier; i++) {
      press(kit);
      console.await(PUBLISHED, i);
    }
    rig.broker.script(NO_PUBACK);

    rig.restartWaits();
    press(kit);
    console.await(REOPENED);

    assertThat(rig.longWaits()).containsExactly(5.0, 5.0, 5.0, 2.0);
  }

  @Test
  void a_press_while_closing_is_heard_once_it_is_open_again() throws Exception {
    VirtualKit kit = start(App.PUBLISHER);
    KitConsole console = rig.console(kit);
    console.await(READY);
    rig.broker.script(
        (connection, packet) -> {
          if (packet.type() == StubBroker.DISCONNECT) {
            rig.broker.script(Connection::answer);
            press(kit);
          }
          if (packet.type() != PUBLISH) {
            connection.answer(packet);
          }
        });

    press(kit);
    console.await(REOPENED);

    console.await(PUBLISHED);
  }

  @Test
  void names_are_those_of_the_class() throws Exception {
    VirtualKit publisher = start(App.PUBLISHER);
    rig.console(publisher).await(READY);
    VirtualKit subscriber = start(App.SUBSCRIBER);
    rig.console(subscriber).await("[MQTT] Subscribing...Success...\r\n");

    assertThat(rig.broker.packets(CONNECT))
        .extracting(Packet::clientId)
        .containsExactly("wiced_publisher_aws_GJL", "wiced_subcriber_aws_GJL");
    assertThat(FirmwareImage.of(App.PUBLISHER, Profile.CLASS2017).mqtt().topic())
        .isEqualTo("GJL_TestTopic");
    assertThat(FirmwareImage.of(App.SUBSCRIBER, Profile.CLASS2017).mqtt().topic())
        .isEqualTo("GJL_TestTopic");
  }

  @Test
  void the_subscriber_follows_its_topic_at_qos_0() throws Exception {
    VirtualKit kit = start(App.SUBSCRIBER);
    KitConsole console = rig.console(kit);
    console.await("[MQTT] Subscribing...Success...\r\n");

    rig.broker.connection().send(StubBroker.publish("abc/bulb", "LIGHT ON".getBytes(US_ASCII)));
    console.await("light on\r\n");

    assertThat(kit.led("LED1").high()).isTrue();
    assertThat(rig.broker.packets(SUBSCRIBE))
        .singleElement()
        .satisfies(p -> assertThat(p.hex()).endsWith("6162632f62756c6200"));
  }

  @Test
  void it_starts_as_wiced_5() throws Exception {
    VirtualKit kit = start(App.SUBSCRIBER);
    KitConsole console = rig.console(kit);

    console.await("\r\nStarting WICED v5.0.0\r\nPlatform WW101_2_CYW943907AEVAL1F initialised\r\n");
  }
}
