package io.kitproof.boards.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything that can go wrong before there is a broker (kits.md 1.0). */
class NetworkTest {
  private static final String THREE_FAILURES =
      "Joining : WW101WPA\r\nFailed to join : WW101WPA\r\n".repeat(3);

  private final KitRig rig;

  NetworkTest(@TempDir Path dir) {
    this.rig = new KitRig(dir);
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  private KitConsole start(App app) {
    VirtualKit kit = rig.plug(rig.image(app));
    KitConsole console = rig.console(kit);
    kit.powerOn();
    return console;
  }

  @Test
  void the_banner_takes_0_3_s_joining_1_2_s_and_dhcp_0_8_s() throws Exception {
    KitConsole console = start(App.PUBLISHER);

    console.await("IPv4 network ready IP: 192.168.1.57\r\n");

    assertThat(rig.waits()).startsWith(0.1, 0.2, 1.2, 0.8);
  }

  @Test
  void publisher_tries_to_join_three_times_for_7_s_each() throws Exception {
    rig.lan.accessPoint("WW101WPA", "another");
    KitConsole console = start(App.PUBLISHER);

    console.await("Not able to join the requested AP\r\n\r\n");

    assertThat(rig.waits()).containsExactly(0.1, 0.2, 1.2, 5.8, 1.2, 5.8, 1.2, 5.8);
    assertThat(console.text())
        .endsWith(THREE_FAILURES + "\r\nNot able to join the requested AP\r\n\r\n");
  }

  @Test
  void subscriber_does_not_notice_that_it_has_not_joined() throws Exception {
    rig.lan.wifi(false);
    KitConsole console = start(App.SUBSCRIBER);

    console.await("Error in resolving DNS\r\n");

    assertThat(console.text())
        .endsWith(
            THREE_FAILURES
                + "Resolving IP address of MQTT broker\r\n"
                + "Resolved Broker IP: 0.0.0.0 ...\r\n"
                + "\r\n"
                + "Error in resolving DNS\r\n");
  }

  @Test
  void a_kit_that_was_not_let_in_reaches_no_dns_although_there_is_some() throws Exception {
    rig.lan.accessPoint("WW101WPA", "another");
    KitConsole console = start(App.SUBSCRIBER);

    console.await("Resolved Broker IP: 0.0.0.0 ...\r\n\r\nError in resolving DNS\r\n");
  }

  @Test
  void a_kit_that_was_not_let_in_reaches_no_dotted_address() throws Exception {
    rig.lan.accessPoint("WW101WPA", "another");
    VirtualKit kit = rig.plug(rig.image(App.SUBSCRIBER).withBroker("52.6.1.2"));
    KitConsole console = rig.console(kit);
    kit.powerOn();

    console.await("Resolved Broker IP: 52.6.1.2 ...\r\n");
    console.await("[MQTT] Opening connection... Failed\r\n");

    assertThat(rig.broker.connectionCount()).isZero();
  }

  @Test
  void without_dhcp_it_gives_itself_an_address_after_15_s() throws Exception {
    rig.lan.dhcp(false);
    rig.lan.dns(false);
    KitConsole console = start(App.PUBLISHER);

    console.await("Unable to obtain IP address via DHCP. Perform AUTO_IP\r\n");
    console.await("Error in resolving DNS\r\n");

    assertThat(rig.waits()).containsExactly(0.1, 0.2, 1.2, 0.8, 14.2, 10.0);
    assertThat(console.text()).contains("IPv4 network ready IP: 169.254.162.252\r\n");
  }

  @Test
  void a_name_that_does_not_resolve_ends_it_after_10_s() throws Exception {
    rig.lan.forget("data.iot.us-east-1.amazonaws.com");
    KitConsole console = start(App.PUBLISHER);

    console.await("Error in resolving DNS\r\n");

    assertThat(rig.waits()).containsExactly(0.1, 0.2, 1.2, 0.8, 10.0);
    assertThat(console.text())
        .endsWith("Resolved Broker IP: 0.0.0.0\r\n\r\nError in resolving DNS\r\n");
  }

  @Test
  void a_dotted_address_needs_no_dns() throws Exception {
    rig.lan.dns(false);
    VirtualKit kit = rig.plug(rig.image(App.PUBLISHER).withBroker("52.6.1.2"));
    KitConsole console = rig.console(kit);
    kit.powerOn();

    console.await("Resolved Broker IP: 52.6.1.2\r\n\r\n[MQTT] Opening connection...Success\r\n");
  }

  @ParameterizedTest
  @EnumSource(
      value = App.class,
      names = {"PUBLISHER", "SUBSCRIBER"})
  void stock_credentials_are_refused_before_joining(App app) throws Exception {
    VirtualKit kit = rig.plug(FirmwareImage.of(app));
    KitConsole console = rig.console(kit);
    kit.powerOn();

    console.await("with the one got from AWS\r\n\r\n");

    assertThat(console.text())
        .endsWith(
            "FWID 01-4df7aacd\r\r\n\r\nNot a valid Certificate! Please replace the dummy certificate"
                + " file 'resources/app/aws_iot/client.cer' with the one got from AWS\r\n\r\n");
  }
}
