package io.kitproof.boards.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 09_aws_get of the class of 2019 (kits.md 1.4). */
class AwsGetTest {
  private static final String HOST = "data.iot.us-east-1.amazonaws.com";
  private static final String HEADER =
      "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 17\r\n\r\n";
  private static final String SHADOW = "{\"state\":{},\n\"\u00e9\"";

  private final KitRig rig;

  AwsGetTest(@TempDir Path dir) {
    this.rig = new KitRig(dir);
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  private KitConsole start() {
    VirtualKit kit = rig.plug(rig.image(App.AWS_GET, Profile.CLASS2019));
    KitConsole console = rig.console(kit);
    kit.powerOn();
    return console;
  }

  private static String afterTheNetwork(KitConsole console) {
    String text = console.text();
    return text.substring(text.indexOf("Resolving"));
  }

  @Test
  void it_asks_with_its_certificate_and_prints_its_whole_transcript() throws Exception {
    StubWeb web = rig.web(HEADER + SHADOW);
    KitConsole console = start();

    console.await("Disconnected from " + HOST + "\r\n");

    assertThat(console.text()).startsWith("\r\nStarting WICED vWiced_006.002.000.0072\r\n");
    assertThat(afterTheNetwork(console))
        .isEqualTo(
            "Resolving IP address of data.iot.us-east-1.amazonaws.com\r\n"
                + "data.iot.us-east-1.amazonaws.com is at 52.6.1.2\r\n"
                + "Connecting to data.iot.us-east-1.amazonaws.com\r\n"
                + "Connected\r\n"
                + "------------------ Received response: 1 ------------------\r\n"
                + "----- Response Header: -----\r\n"
                + " HTTP/1.1 200 OK\r\r\n"
                + "content-type: application/json\r\r\n"
                + "content-length: 17\r\r\n"
                + "\r\r\n"
                + "\r\n"
                + "----- Response Payload: -----\r\n"
                // This console cannot show the two bytes of the last letter.
                + "{\"state\":{},\r\n\"\uFFFD\uFFFD\"\r\n"
                + "------------------ End Response 1 ------------------\r\n"
                + "Disconnected from data.iot.us-east-1.amazonaws.com\r\n");
    assertThat(web.requests)
        .containsExactly(
            "GET /things/ww101_00/shadow HTTP/1.1\r\n"
                + "Host: data.iot.us-east-1.amazonaws.com\r\n"
                + "connection: close\r\n\r\n");
    assertThat(web.visitors).containsExactly("CN=abc_aws-get");
  }

  @Test
  void an_answer_may_come_in_pieces() throws Exception {
    rig.web(HEADER.substring(0, 20), HEADER.substring(20), "{\"state\":", "{}}    ", "and more");

    start().await("Payload: -----\r\n{\"state\":{}}    a\r\n------------------ End Response 1 ---");
  }

  @Test
  void an_answer_without_a_length_ends_with_the_connection() throws Exception {
    rig.web("HTTP/1.1 200 OK\r\n\r\n", "{}");

    start().await("Payload: -----\r\n{}\r\n------------------ End Response 1 ---");
  }

  @Test
  void a_server_that_hangs_up_at_once_is_told_and_no_response() throws Exception {
    rig.web("HTTP/1.1 200");

    KitConsole console = start();
    console.await("Connected\r\nDisconnected from " + HOST + "\r\n");

    assertThat(console.text()).doesNotContain("response");
  }

  @Test
  void more_than_there_is_room_for_ends_like_a_broken_connection() throws Exception {
    rig.web("HTTP/1.1 200 OK\r\n\r\n", "x".repeat(65 << 10));

    start().await("Connected\r\nDisconnected from " + HOST + "\r\n");
  }

  @Test
  void a_refused_connection_ends_it() throws IOException, InterruptedException {
    rig.web().close();

    start().await("Connecting to " + HOST + "\r\nError: failed to connect to server: 4\r\n");
  }

  @Test
  void without_wifi_it_goes_on_until_there_is_no_server() throws Exception {
    rig.lan.wifi(false);

    KitConsole console = start();
    console.await("Error: failed to connect to server: 4\r\n");

    assertThat(afterTheNetwork(console))
        .isEqualTo(
            "Resolving IP address of data.iot.us-east-1.amazonaws.com\r\n"
                + "data.iot.us-east-1.amazonaws.com is at 0.0.0.0\r\n"
                + "Connecting to data.iot.us-east-1.amazonaws.com\r\n"
                + "Error: failed to connect to server: 4\r\n");
  }
}
