package io.kitproof.boards.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kitproof.boards.RigException;
import io.kitproof.boards.virtual.ServerFaults;
import io.kitproof.boards.virtual.VirtualPort;
import io.kitproof.boards.virtual.VirtualSerialServer;
import io.kitproof.boards.virtual.VirtualSerialServer.Protocol;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A console behind a server, as somebody has it who reads it from another desk. */
final class NetworkLineTest {
  private static final String PART = "Console of publisher";

  /** Too long for a name, so that nobody has to be asked for it. */
  private static final String NO_NAME = "x".repeat(64);

  private final BlockingQueue<String> kitHeard = new LinkedBlockingQueue<>();
  private final Caught heard = new Caught();
  private final VirtualPort kit;

  NetworkLineTest(@TempDir Path dir) {
    this.kit =
        VirtualPort.plug(
            "kit",
            dir.resolve("console"),
            115_200,
            (bytes, port) -> {
              kitHeard.add(new String(bytes, US_ASCII));
              port.send(bytes);
            });
  }

  @AfterEach
  void unplug() {
    kit.close();
  }

  private VirtualSerialServer serve(Protocol protocol, int baud) {
    return VirtualSerialServer.serve("ser2net", kit.path(), baud, protocol);
  }

  private static ServerAddress at(VirtualSerialServer server) {
    return ServerAddress.parse(server.url()).orElseThrow();
  }

  private NetworkLine open(VirtualSerialServer server) {
    return NetworkLine.open(PART, at(server), 115_200, heard);
  }

  @ParameterizedTest
  @EnumSource
  void all_byte_values_go_and_come(Protocol protocol) throws Exception {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    try (VirtualSerialServer server = serve(protocol, 115_200);
        NetworkLine line = open(server)) {
      line.write(all);

      assertThat(heard.bytes(256)).isEqualTo(all);
      assertThat(line.port()).hasToString(server.url());
      assertThat(line.part()).isEqualTo(PART);
    }
  }

  @Test
  void rfc2217_sets_the_rate_of_the_port_behind_the_server() throws Exception {
    try (VirtualSerialServer server = serve(Protocol.RFC2217, 9600);
        NetworkLine line = open(server)) {
      line.write("hello".getBytes(US_ASCII));

      assertThat(heard.bytes(5)).asString(US_ASCII).isEqualTo("hello");
      assertThat(server.rate()).isEqualTo(115_200);
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_the_server_kept_from_before_is_dropped(Protocol protocol) throws Exception {
    try (VirtualSerialServer server = serve(protocol, 115_200)) {
      server.misbehave(ServerFaults.none().withKept("ready from yesterday\r\n"));

      try (NetworkLine line = open(server)) {
        line.write("now".getBytes(US_ASCII));

        assertThat(heard.bytes(3)).asString(US_ASCII).isEqualTo("now");
      }
    }
  }

  @Test
  void a_server_that_never_answers_a_purge_is_used_all_the_same() throws Exception {
    try (VirtualSerialServer server = serve(Protocol.RFC2217, 115_200)) {
      server.misbehave(ServerFaults.none().withoutPurge().withKept("yesterday\r\n"));

      try (NetworkLine line = open(server)) {
        line.write("now".getBytes(US_ASCII));

        assertThat(heard.bytes(3)).asString(US_ASCII).isEqualTo("now");
      }
    }
  }

  @Test
  void a_connection_that_breaks_is_told_at_once() throws Exception {
    try (VirtualSerialServer server = serve(Protocol.RFC2217, 115_200);
        NetworkLine line = open(server)) {
      server.cut();

      assertThat(heard.why())
          .hasMessage(
              """
              Console of publisher was cut off during the run.
                port: %s
                next: check the network, and the power of what serves %s, then run again"""
                  .formatted(line.port(), line.port()));
    }
  }

  @Test
  void nobody_listening_is_said() throws Exception {
    // Bound, so that nobody else gets the port, and deaf.
    try (Socket deaf = new Socket()) {
      deaf.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      ServerAddress nowhere =
          ServerAddress.parse("tcp://127.0.0.1:" + deaf.getLocalPort()).orElseThrow();

      assertThatThrownBy(() -> NetworkLine.open(PART, nowhere, 115_200, heard))
          .isInstanceOf(RigException.class)
          .hasMessage(
              """
              Console of publisher can't be reached at %s.
                seen: the connection was refused
                next: check that its server runs and listens there, and that this computer may reach it"""
                  .formatted(nowhere));
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_port_that_somebody_else_reads_is_said_with_the_servers_words(Protocol protocol) {
    try (VirtualSerialServer server = serve(protocol, 115_200);
        NetworkLine first = open(server)) {
      assertThatThrownBy(() -> open(server))
          .isInstanceOf(RigException.class)
          .hasMessage(
              """
              Console of publisher was turned away by %s.
                seen: the connection was closed, saying "Port already in use"
                next: check that nobody else is connected: most servers let in one at a time"""
                  .formatted(first.port()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_server_that_was_let_go_just_now_is_waited_for(Protocol protocol) throws Exception {
    try (VirtualSerialServer server = serve(protocol, 115_200)) {
      open(server).close();

      try (NetworkLine line = open(server)) {
        line.write("again".getBytes(US_ASCII));

        assertThat(heard.bytes(5)).asString(US_ASCII).isEqualTo("again");
      }
    }
  }

  @Test
  void a_name_that_no_host_has_is_said() {
    ServerAddress nowhere = ServerAddress.parse("tcp://" + NO_NAME + ":4001").orElseThrow();

    assertThatThrownBy(() -> NetworkLine.open(PART, nowhere, 115_200, heard))
        .isInstanceOf(RigException.class)
        .hasMessage(
            """
            Console of publisher can't be reached at %s.
              seen: no host has that name
              next: correct the name in the bench file, or make it known to this computer, by its DNS or in /etc/hosts"""
                .formatted(nowhere));
  }

  @Test
  void a_server_without_rfc2217_is_said() {
    try (VirtualSerialServer server = serve(Protocol.RFC2217, 115_200)) {
      server.misbehave(ServerFaults.none().withPlainTelnet());

      assertThatThrownBy(() -> open(server))
          .isInstanceOf(RigException.class)
          .hasMessage(
              """
              Console of publisher declined "COM-PORT-OPTION": the server refused it.
                port: %s
                next: check that the server serves this port by telnet with RFC 2217, and its own settings"""
                  .formatted(server.url()));
    }
  }

  @Test
  void a_server_that_sets_another_rate_is_said() {
    try (VirtualSerialServer server = serve(Protocol.RFC2217, 115_200)) {
      server.misbehave(ServerFaults.none().withRate(9600));

      assertThatThrownBy(() -> open(server))
          .isInstanceOf(RigException.class)
          .hasMessage(
              """
              Console of publisher declined "set 115200 baud": the server answered that it is 9600.
                port: %s
                next: check that the server serves this port by telnet with RFC 2217, and its own settings"""
                  .formatted(server.url()));
    }
  }

  @Test
  void a_server_that_says_nothing_is_silent() {
    try (VirtualSerialServer server = serve(Protocol.RFC2217, 115_200)) {
      server.misbehave(ServerFaults.none().withSilence());

      assertThatThrownBy(() -> open(server))
          .isInstanceOf(RigException.class)
          .hasMessage(
              """
              Console of publisher did not answer "telnet options of RFC 2217" within 3000 ms.
                port: %s
                seen: nothing
                next: check that Console of publisher is at %s, that it has power, its settings, and that nobody else is connected to it"""
                  .formatted(server.url(), server.url()));
    }
  }

  @Test
  void a_closed_line_ends_its_thread_tells_nobody_and_refuses_to_write() throws Exception {
    try (VirtualSerialServer server = serve(Protocol.RAW, 115_200)) {
      NetworkLine line = open(server);

      line.close();
      line.close();

      assertThat(Thread.getAllStackTraces().keySet())
          .noneMatch(thread -> thread.getName().equals("kitproof-net-" + PART));
      assertThat(heard.cutOff.isDone()).isFalse();
      assertThatThrownBy(() -> line.write(new byte[1]))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("The line of Console of publisher is closed.");
    }
  }

  @Test
  void a_write_into_a_broken_connection_is_the_benchs_fault() throws Exception {
    try (VirtualSerialServer server = serve(Protocol.RAW, 115_200);
        NetworkLine line = open(server)) {
      server.cut();
      assertThat(heard.why()).isNotNull();

      assertThatThrownBy(() -> line.write(new byte[2]))
          .isInstanceOf(RigException.class)
          .hasMessageStartingWith("Console of publisher was cut off during a write of 2 bytes.");
      assertThat(kitHeard.poll(Duration.ZERO.toMillis(), TimeUnit.MILLISECONDS)).isNull();
    }
  }
}
