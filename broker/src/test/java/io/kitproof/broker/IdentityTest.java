package io.kitproof.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kitproof.broker.ca.CertificateAuthority;
import io.kitproof.broker.ca.Device;
import io.kitproof.broker.registry.Certificate.Status;
import io.kitproof.broker.traffic.Direction;
import io.kitproof.broker.traffic.Disconnect;
import io.kitproof.broker.traffic.Disconnect.Cause;
import io.kitproof.broker.traffic.Handshake;
import io.kitproof.broker.traffic.PacketType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {

  private final Recorder recorder = new Recorder();
  private final LocalCloud cloud = Clouds.start(recorder);

  @AfterEach
  void close() {
    cloud.close();
  }

  @Test
  void client_without_a_certificate_gets_through_tls_and_is_closed_at_connect() throws Exception {
    assertThat(connectWith(null)).isEqualTo("refused the client showed no certificate");
    assertThat(recorder.await(Handshake.class, h -> true).succeeded()).isTrue();
    assertThat(recorder.awaitPacket(Direction.FROM_CLIENT, PacketType.CONNECT).clientId())
        .isEqualTo("kit");
  }

  @Test
  void certificate_of_the_right_authority_that_was_never_registered_is_closed_at_connect()
      throws Exception {
    Device stranger = Clouds.AUTHORITY.issue("stranger");

    assertThat(connectWith(stranger))
        .isEqualTo("refused certificate " + stranger.principal() + " is not known to this cloud");
  }

  @Test
  void certificate_of_another_authority_is_closed_at_connect() throws Exception {
    Device foreign = CertificateAuthority.create("Elsewhere").issue(Device.AWS_COMMON_NAME);

    assertThat(connectWith(foreign))
        .isEqualTo("refused certificate " + foreign.principal() + " is not known to this cloud");
  }

  @Test
  void inactive_certificate_is_closed_at_connect_until_it_is_active_again() throws Exception {
    cloud.registry().certificates().update(Clouds.DEVICE.principal(), Status.INACTIVE);

    assertThat(connectWith(Clouds.DEVICE))
        .isEqualTo("refused certificate " + Clouds.DEVICE.principal() + " is not active");
    cloud.registry().certificates().update(Clouds.DEVICE.principal(), Status.ACTIVE);
    try (RawClient client = open(Clouds.DEVICE)) {
      assertThat(client.send(Wire.connect("kit")).receive()).isEqualTo("20020000");
    }
  }

  @Test
  void client_that_does_not_trust_the_authority_is_a_failed_handshake_with_its_alert() {
    CertificateAuthority other = CertificateAuthority.create("Other");

    assertThatThrownBy(
            () -> RawClient.open(cloud, Clouds.DEVICE, other, "localhost", "TLSv1.2").close())
        .isInstanceOf(SSLHandshakeException.class);

    Handshake handshake = recorder.await(Handshake.class, h -> true);
    assertThat(handshake.failure()).isEqualTo("the client sent alert certificate_unknown");
    Disconnect end = recorder.awaitEndOf(1);
    assertThat(end.cause()).isEqualTo(Cause.HANDSHAKE_FAILED);
    assertThat(end.reason())
        .isEqualTo("TLS handshake failed: the client sent alert certificate_unknown");
  }

  @Test
  void client_that_speaks_no_tls_is_told_apart() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), cloud.mqtt().getPort())) {
      socket.getOutputStream().write(Wire.connect("plain"));

      assertThat(recorder.awaitEndOf(1).reason())
          .isEqualTo("TLS handshake failed: the client does not speak TLS");
    }
  }

  @Test
  void client_that_leaves_before_tls_is_told_apart() throws Exception {
    new Socket(InetAddress.getLoopbackAddress(), cloud.mqtt().getPort()).close();

    assertThat(recorder.awaitEndOf(1).reason())
        .isEqualTo("the client closed the connection before TLS was set up");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "127.0.0.1",
        "data.iot.us-east-1.amazonaws.com",
        "a3bcdefghijklm-ats.iot.us-east-1.amazonaws.com"
      })
  void ordinary_client_accepts_the_server_under_every_name(String name) throws Exception {
    try (RawClient client =
        RawClient.open(cloud, Clouds.DEVICE, cloud.authority(), name, "TLSv1.3")) {
      assertThat(client.send(Wire.connect("kit")).receive()).isEqualTo("20020000");
    }
    Handshake handshake = recorder.await(Handshake.class, h -> true);
    assertThat(handshake.serverName()).isEqualTo(name.contains("amazonaws") ? name : "");
  }

  @ParameterizedTest
  @CsvSource({"TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_RSA_WITH_AES_128_CBC_SHA"})
  void suites_of_the_stock_firmware_are_served(String cipher) throws Exception {
    try (RawClient client =
        RawClient.open(cloud, Clouds.DEVICE, cloud.authority(), "localhost", "TLSv1.2", cipher)) {
      assertThat(client.cipher()).isEqualTo(cipher);
    }
    assertThat(recorder.await(Handshake.class, h -> true).cipher()).isEqualTo(cipher);
  }

  private RawClient open(@Nullable Device device) throws IOException {
    return RawClient.open(cloud, device, cloud.authority(), "localhost", "TLSv1.2");
  }

  private String connectWith(@Nullable Device device) throws IOException {
    try (RawClient client = open(device)) {
      assertThat(client.send(Wire.connect("kit")).receive()).isEqualTo("closed");
      Disconnect end = recorder.awaitEnd("kit");
      assertThat(end.cause()).isEqualTo(Cause.AUTH_ERROR);
      return end.reason();
    }
  }
}
