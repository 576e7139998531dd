package io.kitproof.boards.kit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HappyPathTest {
  private final KitRig rig;

  HappyPathTest(@TempDir Path dir) {
    this.rig = new KitRig(dir, KitRig.WITH_TIME_TO_ANSWER);
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  private static String boot(String mac, String ip, String ipv6) {
    return "\r\n"
        + "Starting WICED v4.1.0\r\n"
        + "Platform WW101_2_CYW943907AEVAL1F initialised\r\n"
        + "Started ThreadX v5.6\r\n"
        + "Initialising NetX_Duo v5.7_sp2\r\n"
        + "Creating Packet pools\r\n"
        + "WWD SoC.43909 interface initialised\r\n"
        + ("WLAN MAC Address : " + mac + "\r\r\n")
        + "WLAN Firmware    : wl0: Nov  7 2016 02:05:02 version 7.15.168.76 (r661247)"
        + " FWID 01-4df7aacd\r\r\n"
        + "Joining : WW101WPA\r\n"
        + "Successfully joined : WW101WPA\r\n"
        + "Obtaining IPv4 address via DHCP\r\n"
        + "DHCP CLIENT hostname WICED IP\r\n"
        + ("IPv4 network ready IP: " + ip + "\r\n")
        + "Setting IPv6 link-local address\r\n"
        + ("IPv6 network ready IP: " + ipv6 + "\r\n");
  }

  @Test
  void publisher_prints_its_whole_transcript_and_publishes_on_release() throws Exception {
    VirtualKit kit = rig.plug(rig.image(App.PUBLISHER));
    KitConsole console = rig.console(kit);
    kit.powerOn();
    console.await("Opening connection...Success\r\n");

    KitRig.press(kit);
    console.await("Publishing... Success\r\n");

    assertThat(console.text())
        .isEqualTo(
            boot("AC:9F:05:45:A1:FC", "192.168.1.57", "FE80:0000:0000:0000:AE9F:05FF:FE45:A1FC")
                + "Resolving IP address of MQTT broker...\r\n"
                + "Resolved Broker IP: 52.6.1.2\r\n"
                + "\r\n"
                + "[MQTT] Opening connection...Success\r\n"
                + "[MQTT] Publishing... Success\r\n");
    assertThat(rig.broker.packets(StubBroker.CONNECT))
        .singleElement()
        .satisfies(
            p -> assertThat(p.clientId()).isEqualTo("wiced_publisher_aws"),
            p -> assertThat(p.hex()).startsWith("00044d51545404020005"));
    assertThat(rig.broker.packets(StubBroker.PUBLISH))
        .singleElement()
        .satisfies(
            p -> assertThat(p.topic()).isEqualTo("abc/bulb"),
            p -> assertThat(p.payload()).isEqualTo("LIGHT OFF"),
            p -> assertThat(p.flags()).isEqualTo(2));
  }

  @Test
  void subscriber_prints_its_whole_transcript_and_lights_its_led() throws Exception {
    VirtualKit kit = rig.plug(rig.image(App.SUBSCRIBER));
    KitConsole console = rig.console(kit);
    CountDownLatch lit = new CountDownLatch(1);
    kit.led("LED1").onEdge((high, nanos) -> lit.countDown());
    kit.powerOn();
    console.await("Subscribing...Success...\r\n");

    rig.broker.connection().send(StubBroker.publish("abc/bulb", "LIGHT ON".getBytes(US_ASCII)));

    assertThat(lit.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(kit.led("LED1").high()).isTrue();
    console.await("light on\r\n");
    assertThat(console.text())
        .isEqualTo(
            boot("AC:9F:05:4B:CC:68", "192.168.1.57", "FE80:0000:0000:0000:AE9F:05FF:FE4B:CC68")
                + "Resolving IP address of MQTT broker\r\n"
                + "Resolved Broker IP: 52.6.1.2 ...\r\n"
                + "\r\n"
                + "[MQTT] Opening connection... Success\r\n"
                + "[MQTT] Subscribing...Success...\r\n"
                + "light on\r\n");
    assertThat(rig.broker.packets(StubBroker.CONNECT).get(0).clientId())
        .isEqualTo("wiced_subcriber_aws");
    assertThat(rig.broker.packets(StubBroker.SUBSCRIBE))
        .singleElement()
        .satisfies(p -> assertThat(p.hex()).isEqualTo("000100086162632f62756c6200"));
  }
}
