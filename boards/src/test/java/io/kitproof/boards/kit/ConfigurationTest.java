package io.kitproof.boards.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.boards.kit.TestAuthority.Issued;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the box on the console to the subscribed delta, over the kit's own page (kits.md 2). */
class ConfigurationTest {
  private static final String LAST_LINE_OF_BOX = "IP Address  : 192.168.0.1\r\n" + "*".repeat(55);

  private final KitRig rig;
  private final VirtualKit kit;
  private final KitConsole console;

  ConfigurationTest(@TempDir Path dir) {
    this.rig = new KitRig(dir, KitRig.WITH_TIME_TO_ANSWER);
    this.kit = rig.plug(rig.image(App.SHADOW));
    this.console = rig.console(kit);
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  /** One request on a connection of its own; the body of the answer. */
  private String ask(String method, String url, byte[] body) throws IOException {
    InetSocketAddress page = kit.configPage().orElseThrow().address();
    try (Socket socket = new Socket(page.getAddress(), page.getPort())) {
      ByteArrayOutputStream request = new ByteArrayOutputStream();
      request.writeBytes(
          "%s %s HTTP/1.1\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
              .formatted(method, url, body.length)
              .getBytes(UTF_8));
      request.writeBytes(body);
      socket.getOutputStream().write(request.toByteArray());
      InputStream in = socket.getInputStream();
      String answer = new String(in.readAllBytes(), UTF_8);
      return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }
  }

  private void upload(String file, byte[] content) throws IOException {
    for (int at = 0; at < content.length; at += 1024) {
      byte[] slice = Arrays.copyOfRange(content, at, Math.min(content.length, at + 1024));
      String url =
          "/config/upgrade_chunk.html?file=%s&offset=%d&filesize=%d"
              .formatted(file, at, content.length);
      assertThat(ask("POST", url, slice)).contains(Integer.toString(at + slice.length));
    }
  }

  @Test
  void a_kit_is_configured_by_its_page_and_goes_to_its_broker() throws Exception {
    Issued own = rig.authority.issueRsa("abc_thing");
    kit.powerOn();
    console.await(LAST_LINE_OF_BOX);

    byte[] none = {};
    assertThat(ask("POST", "/config/configuration_settings.html?mode=get", none))
        .contains("lightbulb");
    assertThat(ask("POST", "/config/configuration_settings.html?mode=set&thing=abc_thing", none))
        .doesNotContain("abc");
    upload("certificate", own.certificatePem());
    upload("key", own.keyPem());
    assertThat(ask("GET", "/connect?as0=WW101WPA&at0=4194308&ap0=kitproof-bench", none))
        .isNotNull();

    console.await("Subscribe SUCCEEDED for topic [$aws/things/abc_thing/shadow/update/delta]\r\n");
    assertThat(console.text())
        .contains("Thing Name:[abc_thing]")
        .contains("Restarting the device...\r\n");
    assertThat(kit.configPage()).isEmpty();
    assertThat(rig.broker.connection().socket.getSession().getPeerPrincipal().getName())
        .isEqualTo("CN=abc_thing");
  }
}
