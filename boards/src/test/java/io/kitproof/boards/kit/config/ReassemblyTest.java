package io.kitproof.boards.kit.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The server of WICED 6, which puts requests together (kits.md section 6). */
final class ReassemblyTest {
  private static final String UPLOAD =
      "POST /config/upgrade_chunk.html?file=key&offset=0&filesize=10 HTTP/1.1\n";
  private static final String ANSWER = "\n2\n10\n0\n\n";

  private final Desk kit = new Desk();
  private final ConfigServer server;

  ReassemblyTest() {
    kit.reassembles = true;
    server = ConfigServer.open(kit);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void a_request_may_come_in_any_number_of_packets() throws Exception {
    try (Browser browser = new Browser(server.address())) {
      for (String piece : (UPLOAD + "Content-Length: 10\n\n0123456789").split("(?<=[=:5])")) {
        browser.send(piece);
        letItArrive();
      }

      assertThat(browser.answer("\n0\n\n")).endsWith(ANSWER);
    }
  }

  @Test
  void requests_of_two_visitors_do_not_meet() throws IOException, InterruptedException {
    try (Browser one = new Browser(server.address());
        Browser other = new Browser(server.address())) {
      one.send(UPLOAD + "Content-Length: 10\n\n0123");
      letItArrive();
      assertThat(other.get("/", "\n\n")).startsWith("HTTP/1.1 301");
      one.send("456789");

      assertThat(one.answer("\n0\n\n")).endsWith(ANSWER);
    }
  }

  @Test
  void the_next_request_may_follow_in_the_same_packet() throws IOException {
    try (Browser browser = new Browser(server.address())) {
      browser.send(UPLOAD + "Content-Length: 10\n\n0123456789GET / HTT");
      assertThat(browser.answer("\n0\n\n")).endsWith(ANSWER);

      browser.send("P/1.1\n\n");

      assertThat(browser.answer("\n\n")).startsWith("HTTP/1.1 301");
    }
  }

  @Test
  void a_header_that_never_ends_is_hung_up_on() throws IOException {
    try (Browser browser = new Browser(server.address())) {
      browser.send("GET / HTTP/1.1\nX: " + "x".repeat(2040));

      assertThat(browser.hungUp()).isTrue();
    }
  }

  @Test
  void a_body_that_is_too_long_is_hung_up_on() throws IOException {
    try (Browser browser = new Browser(server.address())) {
      browser.send(UPLOAD + "Content-Length: 2049\n\n0");

      assertThat(browser.hungUp()).isTrue();
    }
  }

  /** Until another visitor has been served, what was sent before has been taken. */
  private void letItArrive() throws IOException {
    try (Browser other = new Browser(server.address())) {
      assertThat(other.get("/", "\n\n")).startsWith("HTTP/1.1 301");
    }
  }
}
