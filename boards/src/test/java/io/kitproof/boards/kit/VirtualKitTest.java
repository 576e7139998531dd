package io.kitproof.boards.kit;

import static io.kitproof.boards.kit.KitRig.press;
import static io.kitproof.boards.kit.StubBroker.PUBLISH;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class VirtualKitTest {
  private static final String SUBSCRIBED = "[MQTT] Subscribing...Success...\r\n";
  private static final String READY = "[MQTT] Opening connection...Success\r\n";

  private final KitRig rig;

  VirtualKitTest(@TempDir Path dir) {
    this.rig = new KitRig(dir);
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  private void light(KitConsole console) throws Exception {
    console.await(SUBSCRIBED);
    rig.broker.connection().send(StubBroker.publish("abc/bulb", "LIGHT ON".getBytes(US_ASCII)));
    console.await("light on\r\n");
  }

  private static Set<String> threadsOf(String kit) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(Thread::isAlive)
        .map(Thread::getName)
        .filter(name -> name.startsWith("kitproof-" + kit + "-"))
        .collect(Collectors.toSet());
  }

  @Test
  void power_off_takes_light_console_connection_and_threads() throws Exception {
    VirtualKit kit = rig.plug(rig.image(App.SUBSCRIBER));
    KitConsole console = rig.console(kit);
    kit.powerOn();
    light(console);

    kit.powerOff();

    assertThat(kit.led("LED1").high()).isFalse();
    assertThat(threadsOf("subscriber")).isEmpty();
    assertThat(rig.broker.packets(StubBroker.DISCONNECT)).isEmpty();
    assertThat(console.text()).endsWith("light on\r\n");
    assertThat(Files.exists(kit.console())).isTrue();
  }

  @Test
  void power_off_in_the_middle_of_booting_is_silent_at_once() throws Exception {
    VirtualKit kit = rig.plug(rig.image(App.PUBLISHER));
    KitConsole console = rig.console(kit);
    kit.powerOn();
    console.await("Joining");

    kit.powerOff();
    String before = console.text();
    rig.pass(Duration.ofSeconds(3));

    assertThat(console.text()).startsWith(before).doesNotContain("Resolving");
    assertThat(threadsOf("publisher")).isEmpty();
  }

  @Test
  void reset_starts_again_without_losing_the_console() throws Exception {
    VirtualKit kit = rig.plug(rig.image(App.SUBSCRIBER));
    KitConsole console = rig.console(kit);
    kit.powerOn();
    light(console);

    kit.reset();
    console.await("Starting WICED v4.1.0", 2);
    assertThat(kit.led("LED1").high()).isFalse();
    console.await(SUBSCRIBED, 2);
  }

  @Test
  void without_power_reset_and_buttons_do_nothing() throws Exception {
    VirtualKit kit = rig.plug(rig.image(App.PUBLISHER));
    KitConsole console = rig.console(kit);

    kit.reset();
    press(kit);
    kit.powerOff();

    assertThat(threadsOf("publisher")).isEmpty();
    assertThat(console.text()).isEmpty();
  }

  @Test
  void what_is_programmed_runs_from_the_next_start() throws Exception {
    VirtualKit kit = rig.plug(rig.image(App.PUBLISHER));
    KitConsole console = rig.console(kit);
    kit.powerOn();
    console.await(READY);

    kit.program(rig.image(App.SUBSCRIBER));
    assertThat(kit.image().app()).isEqualTo(App.SUBSCRIBER);
    press(kit);
    rig.broker.await(1, PUBLISH);

    kit.reset();
    console.await(SUBSCRIBED);
  }

  @Test
  void it_runs_on_while_its_console_is_unplugged() throws Exception {
    VirtualKit kit = rig.plug(rig.image(App.PUBLISHER));
    KitConsole first = rig.console(kit);
    kit.powerOn();
    first.await(READY);

    kit.unplugConsole();
    assertThat(Files.exists(kit.console())).isFalse();
    press(kit);
    rig.broker.await(1, PUBLISH);
    kit.replugConsole();
    KitConsole second = rig.console(kit);
    rig.pass(Duration.ofSeconds(1));
    press(kit);

    second.await("[MQTT] Publishing... Success\r\n");
    assertThat(second.text()).doesNotContain("Opening");
  }

  @Test
  void a_console_that_is_not_line_buffered_shows_unfinished_lines() throws Exception {
    rig.broker.script(
        (connection, packet) -> {
          if (packet.type() != PUBLISH) {
            connection.answer(packet);
          }
        });
    VirtualKit kit = rig.plug(rig.image(App.PUBLISHER).withLineBuffered(false));
    KitConsole console = rig.console(kit);
    kit.powerOn();
    console.await(READY);

    press(kit);
    console.await("[MQTT] Publishing...");
    assertThat(console.text()).endsWith("[MQTT] Publishing...");
  }

  @Test
  void its_texts_do_not_depend_on_the_locale() throws Exception {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      assertThat(Mac.of("a").text()).isEqualTo("AC:9F:05:00:00:61");
      assertThat(Mac.of("a").ipv6()).isEqualTo("FE80:0000:0000:0000:AE9F:05FF:FE00:0061");
      assertThat(Mac.of("a").autoIp()).isEqualTo("169.254.1.97");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void a_wrong_pin_lists_the_right_ones() {
    VirtualKit kit = rig.plug(rig.image(App.PUBLISHER));

    assertThatThrownBy(() -> kit.button("MB3"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No button \"MB3\" on kit publisher. Buttons: MB1, MB2, USER1.");
    assertThatThrownBy(() -> kit.led("MB1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No LED \"MB1\" on kit publisher. LEDs: LED1, LED2, BASE1.");
    assertThat(kit.button("MB2").high()).isTrue();
    assertThat(kit.led("LED2").high()).isFalse();
  }

  @Test
  void an_app_without_mistakes_says_so() {
    FirmwareImage image = FirmwareImage.of(App.AWS_GET, Profile.CLASS2019);

    assertThatThrownBy(() -> image.withMistakes(Set.of(Mistake.WRONG_TOPIC)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The aws-get cannot have the mistake \"wrong-topic\". Its mistakes: none.");
  }

  @Test
  void closing_twice_is_fine() {
    VirtualKit kit = rig.plug(rig.image(App.PUBLISHER));
    kit.powerOn();

    kit.close();
    kit.close();

    assertThat(Files.exists(kit.console())).isFalse();
    assertThat(threadsOf("publisher")).isEmpty();
  }

  @Test
  void images_do_not_print_secrets() {
    FirmwareImage image = rig.image(App.PUBLISHER).withWifi("Lab", "secret words");

    assertThat(image.toString())
        .contains("Wifi[Lab]", "privkey.cer", "abc/bulb")
        .doesNotContain("secret words", "BEGIN", "[B@");
  }
}
