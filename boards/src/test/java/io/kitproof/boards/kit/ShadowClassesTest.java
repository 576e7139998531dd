package io.kitproof.boards.kit;

import static io.kitproof.boards.kit.StubBroker.CONNECT;
import static io.kitproof.boards.kit.StubBroker.PUBACK;
import static io.kitproof.boards.kit.StubBroker.SUBSCRIBE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the shadow of the class of 2017 does otherwise than that of WICED 4.1; and all their boxes.
 */
class ShadowClassesTest {
  private static final String TOPIC = "$aws/things/abc_thing/shadow/update";

  private final KitRig rig;

  ShadowClassesTest(@TempDir Path dir) {
    this.rig = new KitRig(dir, KitRig.WITH_TIME_TO_ANSWER);
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  private KitConsole start(VirtualKit kit) {
    KitConsole console = rig.console(kit);
    kit.powerOn();
    return console;
  }

  @Test
  void the_class_of_2017_prints_the_same_transcript_on_wiced_5() throws Exception {
    KitConsole console = start(rig.shadow("abc_thing", Profile.CLASS2017));

    console.await("Subscribe SUCCEEDED for topic [" + TOPIC + "/delta]\r\n");

    assertThat(console.text())
        .isEqualTo(
            "\r\nStarting WICED v5.0.0\r\n"
                + "Platform WW101_2_CYW943907AEVAL1F initialised\r\n"
                + "Started ThreadX v5.6\r\n"
                + "Initialising NetX_Duo v5.7_sp2\r\n"
                + "Creating Packet pools\r\n"
                + "WWD SoC.43909 interface initialised\r\n"
                + ("WLAN MAC Address : " + Mac.of("shadow").text() + "\r\r\n")
                + "WLAN Firmware    : wl0: Nov  7 2016 02:05:02 version 7.15.168.76 (r661247)"
                + " FWID 01-4df7aacd\r\r\n"
                + " Please wait, connecting to network...\r\n"
                + "(To return to SSID console screen, hold USER switch for 5 seconds during RESET"
                + " to clear DCT configuration)\r\n"
                + "Joining : WW101WPA\r\n"
                + "Successfully joined : WW101WPA\r\n"
                + "Obtaining IPv4 address via DHCP\r\n"
                + "DHCP CLIENT hostname WICED IP\r\n"
                + "IPv4 network ready IP: 192.168.1.57\r\n"
                + "Setting IPv6 link-local address\r\n"
                + ("IPv6 network ready IP: " + Mac.of("shadow").ipv6() + "\r\n")
                + "[MQTT] Connecting to broker 52.6.1.2 ...\r\n"
                + "\r\n"
                + "Thing Name: abc_thing\r\n"
                + "Shadow State Topic: $aws/things/abc_thing/shadow/update\r\n"
                + "Shadow Delta Topic: $aws/things/abc_thing/shadow/update/delta\r\n"
                + "Reading the certificate and private key from DCT...\r\n"
                + "[MQTT] Connecting to MQTT Broker...\r\n"
                + "[MQTT] Successfully connected MQTT Broker\r\n"
                + "Publish SUCCEEDED for topic [$aws/things/abc_thing/shadow/update]\r\n"
                + "Subscribe SUCCEEDED for topic [$aws/things/abc_thing/shadow/update/delta]\r\n");
  }

  @Test
  void the_class_of_2017_follows_deltas_at_qos_1() throws Exception {
    KitConsole console = start(rig.shadow("abc_thing", Profile.CLASS2017));
    console.await("Subscribe SUCCEEDED");

    byte[] json = "{\"state\":{\"status\":\"ON\"}}".getBytes(UTF_8);
    rig.broker.connection().send(StubBroker.publishQos1(TOPIC + "/delta", 7, json));

    rig.broker.await(1, p -> p.type() == PUBACK && p.id() == 7);
    console.await("Requested LED State[ON] Current LED State [OFF]\r\n");
    assertThat(rig.broker.packets(CONNECT))
        .singleElement()
        .satisfies(p -> assertThat(p.clientId()).isEqualTo("wiced_shadow_aws_GJL"));
    assertThat(rig.broker.packets(SUBSCRIBE))
        .singleElement()
        .satisfies(p -> assertThat(p.body()[p.body().length - 1]).isEqualTo((byte) 1));
  }

  @ParameterizedTest
  @CsvSource({
    "WICED41, WICED_AWS, 'Restarting the device...'",
    "CLASS2017, GJL_WICED_AWS, 'Restarting the device...'",
    "CLASS2019, KEY_WICED_AWS, '[Shadow] Restarting the device...'"
  })
  void each_class_has_an_access_point_of_its_own(Profile profile, String ssid, String restarting)
      throws Exception {
    VirtualKit kit = rig.plug(rig.image(App.SHADOW, profile));
    KitConsole console = start(kit);

    console.await("\r\nConfig SSID : " + ssid + "\r\nPassword    : 12345678\r\n");
    console.await("IP Address  : 192.168.0.1\r\n" + "*".repeat(55) + "\r\n");
    PageVisit.to(kit).get("/connect?as0=WW101WPA&at0=4194308&ap0=kitproof-bench");

    console.await("*\r\n" + restarting + "\r\n\r\nStarting WICED ");
  }

  @Test
  void the_class_of_2019_puts_uploads_together_that_come_in_pieces() throws Exception {
    VirtualKit kit = rig.plug(rig.image(App.SHADOW, Profile.CLASS2019));
    KitConsole console = start(kit);
    console.await("IP Address  : 192.168.0.1\r\n");

    assertThat(PageVisit.to(kit).uploadInPieces()).endsWith("\r\n\r\n2\r\n10\r\n0\r\n\r\n");
  }
}
