package io.kitproof.boards.kit;

import static io.kitproof.boards.kit.StubBroker.CONNECT;
import static io.kitproof.boards.kit.StubBroker.SUBSCRIBE;
import static io.kitproof.boards.kit.StubBroker.bytes;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The subscriber of the class of 2019 (kits.md 1.4). */
@Execution(ExecutionMode.CONCURRENT)
class AwsSubscriberTest {
  private static final String READY =
      "[Application/AWS] Subscribing[ Topic abc/bulb ] ...Success...\r\n";
  private static final String GRANTED = "[AWS/MQTT] Event received 4\r\n";
  private static final String RECEIVED =
      "[AWS/MQTT] Event received 6\r\n"
          + "[Application/AWS] Payload Received[ Topic: abc/bulb ]:\r\n";
  private static final String ENDED =
      "[Application/AWS] Closing connection...\r\r\n"
          + "[Application/AWS] Deinitializing AWS library...\r\r\n";

  private final KitRig rig;
  private final VirtualKit kit;
  private final KitConsole console;

  AwsSubscriberTest(@TempDir Path dir) {
    this.rig = new KitRig(dir, KitRig.WITH_TIME_TO_ANSWER);
    this.kit = rig.plug(rig.image(App.SUBSCRIBER, Profile.CLASS2019));
    this.console = rig.console(kit);
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  private void start(Mistake... mistakes) {
    kit.program(rig.image(App.SUBSCRIBER, Profile.CLASS2019, mistakes));
    kit.powerOn();
  }

  private void ready(Mistake... mistakes) throws InterruptedException {
    start(mistakes);
    console.await(READY + GRANTED);
  }

  private static byte[] message(String text) {
    return StubBroker.publish(KitRig.TOPIC, text.getBytes(US_ASCII));
  }

  @Test
  void messages_switch_the_led() throws Exception {
    ready();

    rig.broker.connection().send(message("LIGHT ON"));
    console.await(RECEIVED + "light on\r\n");
    assertThat(kit.led("LED1").high()).isTrue();

    rig.broker.connection().send(message("LIGHT OFF"));
    console.await(RECEIVED + "light off\r\n");
    assertThat(kit.led("LED1").high()).isFalse();
  }

  @Test
  void it_subscribes_at_qos_0_two_seconds_after_connecting() throws Exception {
    ready();

    assertThat(rig.longWaits()).startsWith(1.2, 2.0);
    assertThat(rig.broker.packets(CONNECT).get(0).clientId()).isEqualTo("KEY_TestThing_Sub");
    assertThat(rig.broker.packets(SUBSCRIBE))
        .singleElement()
        .satisfies(p -> assertThat(p.hex()).isEqualTo("000100086162632f62756c6200"));
    assertThat(console.text())
        .contains(
            "[Application/AWS] Opening connection...\r\n"
                + "[AWS] AWS endpoint: data.iot.us-east-1.amazonaws.com is at 52.6.1.2\r\n"
                + "[AWS/MQTT] Event received 1\r\n"
                + READY);
  }

  @Test
  void messages_may_share_a_segment() throws Exception {
    ready();

    rig.broker.connection().send(message("LIGHT ON"), message("LIGHT OFF"));

    console.await(RECEIVED + "light on\r\n" + RECEIVED + "light off\r\n");
  }

  @Test
  void a_message_may_stretch_over_segments() throws Exception {
    ready();
    byte[] message = message("LIGHT ON");

    rig.broker.connection().send(Arrays.copyOf(message, 1));
    rig.broker.connection().send(Arrays.copyOfRange(message, 1, 7));
    rig.broker.connection().send(Arrays.copyOfRange(message, 7, message.length));

    console.await(RECEIVED + "light on\r\n");
  }

  @ParameterizedTest
  @CsvSource({"L, on", "light on, off", "LIGHT ON!, off", "'{\"state\":\"on\"}', off", "'', on"})
  void it_compares_as_many_bytes_as_came(String text, String then) throws Exception {
    ready();

    rig.broker.connection().send(message(text));

    console.await(RECEIVED + "light " + then + "\r\n");
  }

  @Test
  void a_long_message_overflows_nothing() throws Exception {
    kit.program(rig.image(App.SUBSCRIBER, Profile.CLASS2019).withOverflow(Overflow.CRASH));
    kit.powerOn();
    console.await(READY + GRANTED);

    rig.broker.connection().send(message("X".repeat(3000)));
    console.await("light off\r\n");
    rig.broker.connection().send(message("LIGHT ON"));

    console.await("light on\r\n");
  }

  @Test
  void a_lost_broker_ends_it_at_the_next_poll() throws Exception {
    ready();
    rig.broker.connection().send(message("LIGHT ON"));
    console.await("light on\r\n");

    rig.broker.goDown();
    rig.broker.comeBack();

    console.await("[AWS/MQTT] Event received 2\r\n" + ENDED);
    rig.pass(Duration.ofSeconds(10));
    assertThat(rig.broker.connectionCount()).isEqualTo(1);
    assertThat(kit.led("LED1").high()).isTrue();
  }

  @Test
  void a_refusing_connack_ends_it_although_it_says_success() throws Exception {
    rig.broker.script(
        (connection, packet) -> {
          if (packet.type() == CONNECT) {
            connection.send(bytes("20020005"));
          } else {
            connection.answer(packet);
          }
        });
    start();

    console.await("[Application/AWS] Deinitializing AWS library...\r\r\n");

    assertThat(console.text()).contains(READY).contains("[Application/AWS] Closing connection...");
  }

  @Test
  void without_subscribing_it_ends() throws Exception {
    start(Mistake.NO_SUBSCRIBE);

    console.await("[Application/AWS] Deinitializing AWS library...\r\r\n");

    assertThat(rig.broker.packets(SUBSCRIBE)).isEmpty();
    assertThat(console.text()).doesNotContain("Subscribing");
  }
}
