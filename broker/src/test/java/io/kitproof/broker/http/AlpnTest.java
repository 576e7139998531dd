package io.kitproof.broker.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.Clouds;
import io.kitproof.broker.Wire;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlpnTest {

  private static final String CONNACK = "\u0020\u0002\u0000\u0000";
  private static final String GET = "GET /ping HTTP/1.1\r\nHost: a\r\n\r\n";

  private final Web web = new Web();

  AlpnTest() {
    web.site.with("GET", "/ping", request -> Answer.json("pong"));
  }

  @AfterEach
  void close() {
    web.close();
  }

  @Test
  void mqtt_is_the_clients_choice_on_the_door_for_http() throws Exception {
    assertThat(said(web.wss, "x-amzn-mqtt-ca", Wire.connect("kit"), CONNACK)).isEqualTo(CONNACK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-amzn-http-ca"})
  void http_is_the_clients_choice_on_the_door_for_mqtt(String protocol) throws Exception {
    assertThat(said(web.mqtt, protocol, bytes(GET), "\"pong\"")).startsWith("HTTP/1.1 200 OK\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-amzn-http-ca", "http/1.1"})
  void http_is_spoken_on_the_door_for_http_unless_the_client_chooses_mqtt(String protocol)
      throws Exception {
    assertThat(said(web.wss, protocol, bytes(GET), "\"pong\"")).startsWith("HTTP/1.1 200 OK\r\n");
  }

  /** What the door says until the end is there, to a device that offers this protocol. */
  private static String said(InetSocketAddress door, String protocol, byte[] first, String end)
      throws IOException {
    try (SSLSocket socket =
        (SSLSocket)
            Site.tls(Clouds.DEVICE).getSocketFactory().createSocket("localhost", door.getPort())) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setApplicationProtocols(new String[] {protocol});
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return new Telephone(socket).say(first).until(end);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
