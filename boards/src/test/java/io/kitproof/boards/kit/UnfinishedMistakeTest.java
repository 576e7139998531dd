package io.kitproof.boards.kit;

import static io.kitproof.boards.kit.StubBroker.PINGREQ;
import static io.kitproof.boards.kit.StubBroker.PUBLISH;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Callbacks that never return and lines that never end (kits.md section 5, 27 and 28). */
class UnfinishedMistakeTest {
  private static final String READY = "[MQTT] Opening connection...Success\r\n";
  private static final String SUBSCRIBED = "[MQTT] Subscribing...Success...\r\n";

  /** Two pings at least, of whoever pings. */
  private static final Duration LONG = Duration.ofSeconds(12);

  private final KitRig rig;

  UnfinishedMistakeTest(@TempDir Path dir) {
    this.rig = new KitRig(dir);
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  private KitConsole start(VirtualKit kit, String until) throws InterruptedException {
    KitConsole console = rig.console(kit);
    kit.powerOn();
    console.await(until);
    return console;
  }

  @ParameterizedTest
  @EnumSource(
      value = Profile.class,
      names = {"WICED41", "CLASS2019"})
  void blocking_callback_of_a_publisher_ends_everything_at_the_first_press(Profile profile)
      throws Exception {
    VirtualKit kit = rig.plug(rig.image(App.PUBLISHER, profile, Mistake.BLOCKING_CALLBACK));
    KitConsole console = start(kit, profile == Profile.WICED41 ? READY : "Event received 1\r\n");
    rig.pass(Duration.ofSeconds(3)); // the publisher of 2019 arms its button later
    String before = console.text();

    KitRig.press(kit);
    rig.pass(Duration.ofSeconds(2)); // a ping may be under way
    int pings = rig.broker.packets(PINGREQ).size();
    rig.pass(LONG);

    assertThat(console.text()).isEqualTo(before);
    assertThat(rig.broker.packets(PUBLISH)).isEmpty();
    assertThat(rig.broker.packets(PINGREQ)).hasSize(pings);
  }

  @Test
  void blocking_callback_of_a_subscriber_ends_everything_at_the_first_message() throws Exception {
    VirtualKit kit = rig.plug(rig.image(App.SUBSCRIBER, Mistake.BLOCKING_CALLBACK));
    KitConsole console = start(kit, SUBSCRIBED);

    send("LIGHT ON");
    console.await("light on\r\n");
    rig.pass(Duration.ofSeconds(2)); // a ping may be under way
    int pings = rig.broker.packets(PINGREQ).size();
    send("LIGHT OFF");
    rig.pass(LONG);

    assertThat(console.text()).endsWith(SUBSCRIBED + "light on\r\n");
    assertThat(kit.led("LED1").high()).isTrue();
    assertThat(rig.broker.packets(PINGREQ)).hasSize(pings);
  }

  private void send(String payload) throws IOException {
    rig.broker.connection().send(StubBroker.publish(KitRig.TOPIC, payload.getBytes(UTF_8)));
  }

  @Test
  void no_newline_of_a_publisher_shows_that_it_is_connected_with_its_first_message_only()
      throws Exception {
    VirtualKit kit = rig.plug(rig.image(App.PUBLISHER, Mistake.NO_NEWLINE));
    KitConsole console = start(kit, "Resolved Broker IP: ");
    rig.broker.await(3, PINGREQ); // it would have given up by now
    assertThat(console.text()).doesNotContain("[MQTT]");

    KitRig.press(kit);

    console.await("[MQTT] Opening connection...Success[MQTT] Publishing... Success\r\n");
  }

  @Test
  void no_newline_of_a_subscriber_shows_on_with_the_next_off_only() throws Exception {
    VirtualKit kit = rig.plug(rig.image(App.SUBSCRIBER, Mistake.NO_NEWLINE));
    KitConsole console = start(kit, SUBSCRIBED);

    send("LIGHT ON");
    rig.broker.await(1, PINGREQ);
    assertThat(kit.led("LED1").high()).isTrue();
    assertThat(console.text()).endsWith(SUBSCRIBED);
    send("LIGHT OFF");

    console.await(SUBSCRIBED + "light onlight off\r\n");
  }

  @Test
  void no_newline_of_2019_joins_the_librarys_next_line() throws Exception {
    VirtualKit kit = rig.plug(rig.image(App.PUBLISHER, Profile.CLASS2019, Mistake.NO_NEWLINE));
    KitConsole console = start(kit, "Event received 1\r\n");
    rig.pass(Duration.ofSeconds(3));

    KitRig.press(kit);

    console.await("Publishing... Success[AWS/MQTT] Event received 3\r\n");
  }
}
