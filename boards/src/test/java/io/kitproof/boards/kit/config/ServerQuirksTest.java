package io.kitproof.boards.kit.config;

import static io.kitproof.boards.kit.config.ServedDesk.EMPTY;
import static io.kitproof.boards.kit.config.ServedDesk.END;
import static io.kitproof.boards.kit.config.ServedDesk.LAST_CHUNK;
import static io.kitproof.boards.kit.config.ServedDesk.NOT_FOUND;
import static io.kitproof.boards.kit.config.ServedDesk.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the server differs from what one expects of a server. */
final class ServerQuirksTest {
  private final ServedDesk served;
  private final Desk kit;
  private final ConfigServer server;
  private final Browser browser;

  ServerQuirksTest() throws IOException {
    served = new ServedDesk();
    kit = served.kit;
    server = served.server;
    browser = served.browser;
  }

  @AfterEach
  void close() throws IOException {
    served.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/connect?ap4=c&at2=5&as1=Lab&x=1&as0=Other",
        "/connect?ap0=c&at0=5&as0=Lab&as9=Other",
        "/connect?ap0=c&at0=5x&as0=Lab&as=Other"
      })
  void any_order_and_any_slot_are_read_up_to_the_first_other_parameter(String url)
      throws IOException {
    String answer = browser.get(url, LAST_CHUNK);

    assertThat(answer).isEqualTo(EMPTY);
    assertThat(kit.notes).startsWith("accessPoint [Lab] 5 [c]");
  }

  @Test
  void an_ampersand_ends_a_name_however_it_is_written() throws IOException {
    String answer = browser.get("/connect?as0=You%26Me&at0=0&ap0=", LAST_CHUNK);

    assertThat(answer).isEqualTo(EMPTY);
    assertThat(kit.notes).startsWith("accessPoint [You] 0 []");
  }

  @Test
  void push_button_setup_is_answered_whatever_the_pin() throws IOException {
    assertThat(browser.get("/wps_go?pin=12345670", LAST_CHUNK)).isEqualTo(EMPTY);
    assertThat(browser.get("/wps_go", LAST_CHUNK)).isEqualTo(EMPTY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type: application/octet-stream",
        "Content-Type: text/html; charset=utf-8",
        "Content-Type: text/plain;charset=UTF-8"
      })
  void a_body_of_another_type_than_the_page_is_not_found(String field) throws IOException {
    browser.send("POST " + SETTINGS + "?mode=get HTTP/1.1\n" + field + "\n\n");

    assertThat(browser.answer(END)).isEqualTo(NOT_FOUND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type: text/html",
        "Content-Type: */*",
        "content-type: application/octet-stream",
        "Content-Type:application/octet-stream"
      })
  void the_pages_own_type_is_taken_and_other_spellings_are_not_seen(String field)
      throws IOException {
    browser.send("POST " + SETTINGS + "?mode=get HTTP/1.1\n" + field + "\n\n");

    assertThat(browser.answer(LAST_CHUNK)).contains("lightbulb");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.0\n\n",
        "GET / http/1.1\n\n",
        "GET /\n\n",
        "HTTP/1.1\n\n",
        "GET / HTTP/1.1\nHost: half"
      })
  void what_is_not_http_1_1_in_one_packet_is_hung_up_on(String request) throws IOException {
    browser.send(request);

    assertThat(browser.hungUp()).isTrue();
  }

  @Test
  void a_client_that_asks_to_close_is_let_go() throws IOException {
    browser.send("GET / HTTP/1.1\nConnection: close\n\n");

    assertThat(browser.answer(END)).contains("\nConnection: close\n");
    assertThat(browser.hungUp()).isTrue();
  }

  @Test
  void the_eleventh_connection_is_refused_while_ten_are_there() throws IOException {
    Browser[] others = new Browser[9];
    for (int i = 0; i < others.length; i++) {
      others[i] = new Browser(server.address());
      assertThat(others[i].get("/", END)).startsWith("HTTP/1.1 301");
    }
    assertThat(browser.get("/", END)).startsWith("HTTP/1.1 301");

    try (Browser eleventh = new Browser(server.address())) {
      assertThat(eleventh.hungUp()).isTrue();
    }
    for (Browser other : others) {
      other.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SETTINGS,
        "/config/upgrade_chunk.html",
        "/connect",
        SETTINGS + "?mode=set",
        SETTINGS + "?mode=set&thing=a-name-of-32-bytes-is-one-too-lo"
      })
  void what_crashes_the_server_is_never_answered_and_nothing_after_it(String url)
      throws IOException {
    browser.send("GET " + url + " HTTP/1.1\n\n");

    assertThat(browser.hearsNothing()).isTrue();
    try (Browser next = new Browser(server.address())) {
      next.send("GET / HTTP/1.1\n\n");
      assertThat(next.hearsNothing()).isTrue();
    }
    assertThat(kit.notes).noneMatch(note -> note.startsWith("thing "));
  }

  @Test
  void a_name_of_31_bytes_is_kept() throws IOException {
    String name = "x".repeat(31);

    assertThat(browser.get(SETTINGS + "?mode=set&thing=" + name, LAST_CHUNK)).isEqualTo(EMPTY);
    assertThat(kit.thing()).isEqualTo(name);
  }
}
