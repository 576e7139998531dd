package io.kitproof.boards.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What both apps of the class of 2019 do before they connect, and where that ends them. */
class AwsStartTest {
  private static final String NO_CREDENTIALS =
      "[Application/AWS] Error fetching credentials from resources\r\n";

  private final KitRig rig;

  AwsStartTest(@TempDir Path dir) {
    this.rig = new KitRig(dir);
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  private KitConsole start(FirmwareImage image) {
    VirtualKit kit = rig.plug(image);
    KitConsole console = rig.console(kit);
    kit.powerOn();
    return console;
  }

  private FirmwareImage image(App app, Mistake... mistakes) {
    return rig.image(app, Profile.CLASS2019, mistakes);
  }

  @ParameterizedTest
  @EnumSource(
      value = App.class,
      names = {"PUBLISHER", "SUBSCRIBER"})
  void a_network_that_lets_nobody_in_ends_both(App app) throws Exception {
    KitConsole console = start(image(app, Mistake.WRONG_PASSPHRASE));

    console.await(
        "Failed to join : WW101WPA\r\n"
            + "[Application/AWS] Not able to join the requested AP\r\n\r\n");

    assertThat(rig.longWaits()).hasSize(6);
  }

  @ParameterizedTest
  @EnumSource(
      value = App.class,
      names = {"PUBLISHER", "SUBSCRIBER"})
  void a_dummy_certificate_shows_after_the_network(App app) throws Exception {
    KitConsole console = start(image(app, Mistake.DUMMY_CERTIFICATE));

    console.await(NO_CREDENTIALS);

    assertThat(console.text())
        .endsWith(
            "IPv4 network ready IP: 192.168.1.57\r\n"
                + "\r\n[Application/AWS] Invalid Device Certificate! Replace the dummy certificate"
                + " with AWS one[<YOUR_WICED_SDK>/resources/app/aws/iot/"
                + app.word()
                + "/'client.cer']\r\n\r\n"
                + NO_CREDENTIALS);
  }

  @Test
  void a_dummy_key_shows_without_its_bracket() throws Exception {
    KitConsole console = start(image(App.PUBLISHER, Mistake.DUMMY_KEY));

    console.await(
        "\r\n[Application/AWS] Invalid Device Private-Key! Replace the dummy Private-key with AWS"
            + " one[<YOUR_WICED_SDK>/resources/app/aws/iot/publisher/'privkey.cer'\r\n\r\n"
            + NO_CREDENTIALS);
  }

  @Test
  void a_dummy_root_certificate_shows_first() throws Exception {
    KitConsole console = start(FirmwareImage.of(App.SUBSCRIBER, Profile.CLASS2019));

    console.await(
        "\r\n[Application/AWS] Invalid Root CA Certificate! Replace the dummy certificate with AWS"
            + " one[<YOUR_WICED_SDK>/resources/app/aws/iot/'rootca.cer']\r\n\r\n"
            + NO_CREDENTIALS);
  }

  @Test
  void a_broker_without_an_address_ends_it() throws Exception {
    KitConsole console = start(image(App.PUBLISHER, Mistake.BROKER_TYPO));

    console.await(
        "[AWS] AWS endpoint: https://data.iot.us-east-1.amazonaws.com is at 0.0.0.0\r\n"
            + "[AWS] DNS Error...resolving https://data.iot.us-east-1.amazonaws.com\r\n"
            + "[Application/AWS] Connect Failed\r\r\n");
  }

  @Test
  void a_wrong_peer_name_ends_it() throws Exception {
    KitConsole console = start(image(App.SUBSCRIBER, Mistake.WRONG_PEER_CN));

    console.await("is at 52.6.1.2\r\n[Application/AWS] Connect Failed\r\r\n");

    assertThat(rig.broker.packets()).isEmpty();
  }
}
