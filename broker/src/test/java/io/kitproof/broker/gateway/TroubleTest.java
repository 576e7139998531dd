package io.kitproof.broker.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.Clouds;
import io.kitproof.broker.RawClient;
import io.kitproof.broker.Recorder;
import io.kitproof.broker.Wire;
import io.kitproof.broker.door.Tls;
import io.kitproof.broker.traffic.Disconnect;
import io.kitproof.broker.traffic.Disconnect.Cause;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.net.SocketException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What clients get that make no sense on the layers below MQTT, and that others are served. */
class TroubleTest {

  private static final String CONNACK = "20020000";

  private final Recorder recorder = new Recorder();
  private final DeviceGateway gateway = Clouds.gateway(new OpenHouse(), recorder);
  private final InetSocketAddress door = gateway.openMqtt(Clouds.anywhere());
  private final RawClient other = RawClient.open(door);

  @AfterEach
  void close() {
    other.close();
    gateway.close();
  }

  @Test
  void bytes_that_are_no_tls_after_the_handshake_end_their_connection_as_the_clients_fault() {
    other.send(Wire.connect("other")).receive();
    try (RawClient client = RawClient.open(door)) {
      assertThat(client.send(Wire.connect("kit")).receive()).isEqualTo(CONNACK);

      client.sendBare("GET / HTTP/1.1\r\n\r\n".getBytes(US_ASCII));

      Disconnect end = recorder.awaitEnd("kit");
      assertThat(end.cause()).isEqualTo(Cause.CLIENT_ERROR);
      assertThat(end.reason()).startsWith("what the client sent is no TLS: ");
    }
    assertThat(other.send(Wire.hex("c000")).receive()).isEqualTo("d000");
  }

  @Test
  void connection_that_is_reset_before_tls_is_up_is_closed_without_further_words() {
    EmbeddedChannel channel = new EmbeddedChannel();
    Connection connection = new Connection(1, channel);
    SslHandler tls =
        Tls.context(Clouds.AUTHORITY.server("us-east-1").join()).newHandler(channel.alloc());
    channel.pipeline().addLast(new HandshakeWatch(connection, tls, recorder, () -> {}));

    channel.pipeline().fireExceptionCaught(new SocketException("Connection reset"));

    channel.checkException();
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void packet_of_a_hundred_megabytes_is_refused_by_its_length() {
    try (RawClient client = RawClient.open(door)) {
      assertThat(client.send(Wire.connect("kit")).receive()).isEqualTo(CONNACK);

      client.send(Wire.hex("30 80808032"));

      assertThat(client.receive()).isEqualTo("closed");
      assertThat(recorder.awaitEnd("kit").reason())
          .isEqualTo("refused a packet of 104857600 bytes, at most 149504 are taken");
    }
  }
}
