package io.kitproof.boards.kit;

import static io.kitproof.boards.kit.KitRig.press;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.kitproof.boards.kit.TestAuthority.Issued;
import io.kitproof.boards.kit.config.ConfigPage.Served;
import io.kitproof.boards.kit.config.ConfigTarget;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shadow that is not configured, and what the server of its page does to it (kits.md 2). */
class ConfigAccessPointTest {
  private static final String BOX =
      "*".repeat(55)
          + "\r\nConfig SSID : WICED_AWS\r\n"
          + "Password    : 12345678\r\n"
          + "IP Address  : 192.168.0.1\r\n"
          + "*".repeat(55)
          + "\r\n";
  private static final String READY =
      "Subscribe SUCCEEDED for topic [$aws/things/abc_thing/shadow/update/delta]\r\n";
  private static final int WPA2_AES = 4194308;

  private final InetSocketAddress address =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 8080);
  private final BlockingQueue<ConfigTarget> served = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> closed = new LinkedBlockingQueue<>();
  private final KitRig rig;
  private final VirtualKit kit;
  private final KitConsole console;

  ConfigAccessPointTest(@TempDir Path dir) {
    this.rig = new KitRig(dir);
    this.kit =
        rig.plug(
            rig.image(App.SHADOW),
            target -> {
              served.add(target);
              return new Served(address, () -> closed.add("closed"));
            });
    this.console = rig.console(kit);
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  @CanIgnoreReturnValue
  private ConfigTarget start() throws InterruptedException {
    kit.powerOn();
    console.await(BOX);
    // The page is there before the box is.
    return served.remove();
  }

  private void configure(ConfigTarget page) {
    Issued own = rig.authority.issue("abc_thing");
    page.thing("abc_thing");
    page.credentials(own.certificatePem(), own.keyPem());
    page.accessPoint("WW101WPA", WPA2_AES, "kitproof-bench");
    page.connect();
  }

  @Test
  void it_opens_an_access_point_and_says_how_to_reach_it() throws Exception {
    start();

    assertThat(console.text())
        .endsWith(
            "clear DCT configuration)\r\n"
                + "IPv4 network ready IP: 192.168.0.1\r\n"
                + "Setting IPv6 link-local address\r\n"
                + ("IPv6 network ready IP: " + Mac.of("shadow").ipv6() + "\r\n")
                + BOX);
    assertThat(kit.configPage()).contains(new OpenPage("WICED_AWS", address));
    assertThat(rig.broker.connectionCount()).isZero();
  }

  @Test
  void its_author_may_have_given_it_a_name_of_its_own() throws Exception {
    kit.program(kit.image().withConfigSsid("ABC_WICED_AWS"));
    kit.powerOn();

    console.await("Config SSID : ABC_WICED_AWS\r\n");

    assertThat(kit.configPage()).map(OpenPage::ssid).contains("ABC_WICED_AWS");
  }

  @Test
  void the_button_does_nothing() throws Exception {
    ConfigTarget page = start();

    press(kit);
    page.print("the next line");
    console.await("the next line\r\n");

    assertThat(console.text()).endsWith(BOX + "the next line\r\n");
    assertThat(kit.led("LED1").high()).isFalse();
  }

  @Test
  void the_page_sees_the_name_and_the_access_points_in_reach() throws Exception {
    ConfigTarget page = start();

    assertThat(page.thing()).isEqualTo("lightbulb");
    assertThat(page.scan()).isEqualTo(rig.lan.scan());
    page.thing("abc_thing");
    assertThat(page.thing()).isEqualTo("abc_thing");
  }

  @Test
  void connect_stops_the_access_point_and_restarts_with_the_new_configuration() throws Exception {
    configure(start());

    console.await(READY);

    assertThat(console.text())
        .contains(BOX + "Restarting the device...\r\n\r\nStarting WICED v4.1.0\r\n")
        .contains("Thing Name: abc_thing\r\n");
    assertThat(closed).containsExactly("closed");
    assertThat(kit.configPage()).isEmpty();
    assertThat(rig.broker.connection().socket.getSession().getPeerPrincipal().getName())
        .isEqualTo("CN=abc_thing");
  }

  @Test
  void the_configuration_outlives_reset_and_power_cycle() throws Exception {
    configure(start());
    console.await(READY);

    kit.reset();
    console.await(READY, 2);
    kit.powerOff();
    kit.powerOn();
    console.await(READY, 3);

    assertThat(served).isEmpty();
  }

  @Test
  void programming_erases_the_configuration_unless_the_dct_is_left_out() throws Exception {
    configure(start());
    console.await(READY);

    kit.programKeepingDct(kit.image());
    kit.reset();
    console.await(READY, 2);
    kit.program(kit.image());
    kit.reset();
    console.await(BOX, 2);

    assertThat(kit.dct().thing()).isEqualTo("lightbulb");
    assertThat(kit.dct().certificate()).isEmpty();
  }

  @Test
  void a_name_without_connect_is_kept_and_leaves_it_not_configured_as_a_rule() throws Exception {
    start().thing("abc_thing");

    kit.reset();
    console.await(BOX, 2);

    assertThat(kit.dct().thing()).isEqualTo("abc_thing");
  }

  @Test
  void a_name_without_connect_may_make_it_believe_that_it_is_configured() throws Exception {
    kit.dct().stackLooksConfigured(true);
    start().thing("abc_thing");

    kit.reset();
    console.await("Thing Name: abc_thing\r\n");

    assertThat(served).isEmpty();
  }

  @Test
  void a_wrong_access_point_is_tried_as_it_was_given() throws Exception {
    ConfigTarget page = start();
    page.accessPoint("Nowhere", WPA2_AES, "kitproof-bench");
    page.connect();

    console.await("Joining : Nowhere\r\nFailed to join : Nowhere\r\n".repeat(3));
    console.await("[MQTT] Connecting to broker 0.0.0.0 ...\r\n\r\nThing Name: lightbulb\r\n");
  }

  @Test
  void power_off_closes_the_page_which_changes_nothing_any_more() throws Exception {
    ConfigTarget page = start();

    kit.powerOff();
    String before = console.text();
    page.thing("abc_thing");
    page.credentials("c".getBytes(US_ASCII), "k".getBytes(US_ASCII));
    page.accessPoint("Nowhere", 0, "");
    page.print("nobody reads this");
    page.connect();

    assertThat(closed).containsExactly("closed");
    assertThat(kit.configPage()).isEmpty();
    assertThat(kit.dct())
        .hasToString(
            "Dct[not configured, thing lightbulb, certificate 0 bytes, key 0 bytes, Wifi[WW101WPA]]");
    assertThat(console.text()).isEqualTo(before);
  }

  @Test
  void a_page_that_cannot_close_does_not_keep_it_from_restarting(@TempDir Path dir)
      throws Exception {
    try (KitRig other = new KitRig(dir)) {
      VirtualKit stubborn =
          other.plug(
              other.image(App.SHADOW),
              target -> {
                target.connect();
                return new Served(
                    address,
                    () -> {
                      throw new IllegalStateException("stuck");
                    });
              });
      KitConsole seen = other.console(stubborn);

      stubborn.powerOn();

      seen.await("Restarting the device...\r\n");
      seen.await("Thing Name: lightbulb\r\n");
    }
  }
}
