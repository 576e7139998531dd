package io.kitproof.boards.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kitproof.boards.kit.FirmwareImage.Wifi;
import io.kitproof.boards.kit.config.ScannedAp;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LanTest {
  private final ServerSocket server;
  private final Lan lan = Lan.of("Lab", "secret");

  LanTest() throws IOException {
    server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    server.setSoTimeout(20_000);
    lan.host("Broker.example", (InetSocketAddress) server.getLocalSocketAddress());
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void admits_who_knows_name_and_passphrase() {
    assertThat(lan.admits(new Wifi("Lab", "secret"))).isTrue();
    assertThat(lan.admits(new Wifi("Lab", "Secret"))).isFalse();
    assertThat(lan.admits(new Wifi("lab", "secret"))).isFalse();
    assertThat(lan.admits(new Wifi("Lab", 0, "secret"))).isFalse();

    lan.wifi(false);
    assertThat(lan.admits(new Wifi("Lab", "secret"))).isFalse();
  }

  @Test
  void a_scan_hears_the_access_point_while_there_is_contact() {
    assertThat(lan.scan())
        .containsExactly(new ScannedAp("Lab", 4194308, "WPA2", -54, 1, "001018A1B2C3"));

    lan.wifi(false);
    assertThat(lan.scan()).isEmpty();
  }

  @Test
  void gives_each_station_its_own_address_again_and_again() {
    assertThat(lan.lease("a")).contains("192.168.1.57");
    assertThat(lan.lease("b")).contains("192.168.1.58");
    assertThat(lan.lease("a")).contains("192.168.1.57");

    lan.dhcp(false);
    assertThat(lan.lease("a")).isEmpty();
  }

  @Test
  void resolves_names_in_any_case_and_dotted_addresses_as_they_are() {
    lan.host("other.example", new InetSocketAddress(InetAddress.getLoopbackAddress(), 1));

    assertThat(lan.resolve("broker.EXAMPLE")).contains("52.6.1.2");
    assertThat(lan.resolve("other.example")).contains("52.6.1.3");
    assertThat(lan.resolve("10.0.0.1")).contains("10.0.0.1");
    assertThat(lan.resolve("https://broker.example")).isEmpty();
    assertThat(lan.resolve("broker.example:8883")).isEmpty();
    assertThat(lan.resolve(" broker.example")).isEmpty();
  }

  @Test
  void a_name_may_have_a_broker_and_a_web_service() throws IOException {
    InetSocketAddress web = (InetSocketAddress) server.getLocalSocketAddress();
    lan.host("aws.example", new InetSocketAddress(InetAddress.getLoopbackAddress(), 1), web);
    String ip = lan.resolve("aws.example").orElseThrow();

    try (Socket kit = lan.connect(ip, Lan.HTTPS_PORT);
        Socket other = server.accept()) {
      assertThat(kit.getPort()).isEqualTo(web.getPort());
      assertThat(other.getPort()).isEqualTo(kit.getLocalPort());
    }
    assertThatThrownBy(() -> lan.connect("52.6.1.2", Lan.HTTPS_PORT))
        .isInstanceOf(ConnectException.class)
        .hasMessage("52.6.1.2 has no port 8443");
  }

  @Test
  void forgets_names_and_goes_silent() {
    lan.dns(false);
    assertThat(lan.resolve("broker.example")).isEmpty();

    lan.dns(true);
    lan.forget("BROKER.example");
    assertThat(lan.resolve("broker.example")).isEmpty();
  }

  @Test
  void a_name_keeps_its_address_when_something_else_is_put_behind_it() {
    lan.host("broker.example", new InetSocketAddress(InetAddress.getLoopbackAddress(), 1));

    assertThat(lan.resolve("broker.example")).contains("52.6.1.2");
    assertThatThrownBy(() -> lan.connect("52.6.1.2", 8883)).isInstanceOf(ConnectException.class);
  }

  @Test
  void reaches_port_8883_only() throws IOException {
    try (RadioSocket socket = lan.connect("52.6.1.2", 8883);
        Socket accepted = server.accept()) {
      assertThat(socket.isConnected()).isTrue();
      assertThat(accepted.isConnected()).isTrue();
      socket.shakenHands();
    }
    assertThatThrownBy(() -> lan.connect("52.6.1.2", 1883))
        .isInstanceOf(ConnectException.class)
        .hasMessage("52.6.1.2 has no port 1883");
    assertThatThrownBy(() -> lan.connect("52.6.1.9", 8883))
        .isInstanceOf(NoRouteToHostException.class);
  }

  @Test
  void without_radio_contact_nothing_passes_and_then_everything() throws Exception {
    try (RadioSocket kit = lan.connect("52.6.1.2", 8883);
        Socket broker = server.accept()) {
      kit.shakenHands();
      broker.setSoTimeout(20);
      lan.wifi(false);
      assertThatThrownBy(() -> lan.connect("52.6.1.2", 8883))
          .isInstanceOf(NoRouteToHostException.class);

      kit.getOutputStream().write(7);
      broker.getOutputStream().write(9);
      assertThatThrownBy(() -> broker.getInputStream().read()).isInstanceOf(IOException.class);

      lan.wifi(true);
      broker.setSoTimeout(20_000);
      assertThat(broker.getInputStream().read()).isEqualTo(7);
      assertThat(kit.getInputStream().read()).isEqualTo(9);
    }
  }

  @Test
  void a_connection_closed_without_contact_ends_when_it_is_back() throws Exception {
    RadioSocket kit = lan.connect("52.6.1.2", 8883);
    kit.shakenHands();
    try (Socket broker = server.accept()) {
      broker.setSoTimeout(20);
      lan.wifi(false);
      kit.close();
      assertThatThrownBy(() -> broker.getInputStream().read()).isInstanceOf(IOException.class);

      lan.wifi(true);
      broker.setSoTimeout(20_000);
      assertThat(broker.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void power_loss_cuts_with_or_without_contact() throws Exception {
    RadioSocket kit = lan.connect("52.6.1.2", 8883);
    try (Socket broker = server.accept()) {
      broker.setSoTimeout(20_000);
      lan.wifi(false);

      kit.cut();

      assertThat(kit.isClosed()).isTrue();
      assertThatThrownBy(() -> broker.getInputStream().read())
          .isInstanceOf(IOException.class)
          .hasMessage("Connection reset");
    }
  }
}
