package io.kitproof.boards.kit.config;

import static io.kitproof.boards.kit.config.ServedDesk.EMPTY;
import static io.kitproof.boards.kit.config.ServedDesk.END;
import static io.kitproof.boards.kit.config.ServedDesk.LAST_CHUNK;
import static io.kitproof.boards.kit.config.ServedDesk.NOT_FOUND;
import static io.kitproof.boards.kit.config.ServedDesk.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfigServerTest {
  private final ServedDesk served;
  private final Desk kit;
  private final ConfigServer server;
  private final Browser browser;

  ConfigServerTest() throws IOException {
    served = new ServedDesk();
    kit = served.kit;
    server = served.server;
    browser = served.browser;
  }

  @AfterEach
  void close() throws IOException {
    served.close();
  }

  @Test
  void listens_on_loopback_only() {
    assertThat(server.address().getAddress().isLoopbackAddress()).isTrue();
  }

  @Test
  void the_root_leads_to_the_settings_page_without_a_reason_phrase() throws IOException {
    String answer = browser.get("/", END);

    assertThat(answer)
        .isEqualTo(
            """
            HTTP/1.1 301
            Location: /config/device_settings.html
            Content-Length: 0
            Connection: Keep-Alive

            """);
  }

  @Test
  void the_thing_is_told_in_a_chunk_without_an_end_of_line() throws IOException {
    browser.send("POST " + SETTINGS + "?mode=get HTTP/1.1\nContent-Length: 0\n\n");

    assertThat(browser.answer(LAST_CHUNK)).isEqualTo(EMPTY.replace("\n0\n", "\n9\nlightbulb\n0\n"));
  }

  @Test
  void a_thing_is_set_and_said_on_the_console() throws IOException {
    String answer = browser.get(SETTINGS + "?mode=set&thing=lamp%2D7", LAST_CHUNK);

    assertThat(answer).isEqualTo(EMPTY);
    assertThat(kit.notes)
        .containsExactly(
            "> url_query_string:[mode=set&thing=lamp-7]", "> Thing Name:[lamp-7]", "thing lamp-7");
  }

  @Test
  void a_scan_is_a_protocol_and_eight_lines_an_access_point_a_chunk_each() throws IOException {
    kit.reach =
        List.of(
            new ScannedAp("Lab", 4194308, "WPA2", -54, 6, "AC9F053C348A"),
            new ScannedAp("", 0, "OPEN", -80, 11, "AC9F053C348B"));

    String answer = browser.get("/scan_results.txt", LAST_CHUNK);

    String lab = "0\n4C6162\n4194308\nWPA2\n-54\n6\nAC9F053C348A\n0\n";
    String hidden = "1\n\n0\nOPEN\n-80\n11\nAC9F053C348B\n0\n";
    assertThat(answer)
        .isEqualTo(
            EMPTY
                .replace("text/html", "text/plain")
                .replace(
                    "\n0\n",
                    "\n5\nhttp\n\n"
                        + (Integer.toHexString(lab.length()) + "\n" + lab + "\n")
                        + (Integer.toHexString(hidden.length()) + "\n" + hidden + "\n")
                        + "0\n"));
  }

  @Test
  void connect_is_answered_before_the_kit_goes() throws Exception {
    CountDownLatch went = new CountDownLatch(1);
    CountDownLatch read = new CountDownLatch(1);
    kit.onConnect =
        () -> {
          try {
            if (read.await(10, TimeUnit.SECONDS)) {
              went.countDown();
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };

    String answer = browser.get("/connect?as0=My+Lab&at0=4194308&ap0=a%20b", LAST_CHUNK);
    read.countDown();

    assertThat(answer).isEqualTo(EMPTY);
    assertThat(went.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(kit.notes).containsExactly("accessPoint [My Lab] 4194308 [a b]", "connect");
  }

  @Test
  void the_kit_may_close_the_server_while_it_goes() throws Exception {
    kit.onConnect = server::close;

    browser.send("GET /connect?as0=Lab HTTP/1.1\n\n");

    assertThat(browser.answer(LAST_CHUNK)).isEqualTo(EMPTY);
    assertThat(browser.hungUp()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/config/device_settings.html",
        "/config/scan_page_outer.html",
        "/library/test/success.html"
      })
  void pages_are_html_of_a_known_length(String url) throws IOException {
    String answer = browser.get(url, "</title>");

    assertThat(answer)
        .startsWith("HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Length: ")
        .contains("\nConnection: Keep-Alive\n\n<!doctype html>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/scripts/general_ajax_script.js application/javascript",
        "/styles/buttons.css text/css",
        "/images/favicon.ico image/vnd.microsoft.icon",
        "/wpad.dat application/x-ns-proxy-autoconfig"
      })
  void what_a_page_needs_is_there_with_its_type(String urlAndType) throws IOException {
    String[] both = urlAndType.split(" ", -1);

    String head = browser.get(both[0], END);

    assertThat(head).startsWith("HTTP/1.1 200 OK\nContent-Type: " + both[1] + "\nContent-Length: ");
  }

  @Test
  void anything_else_is_not_found_with_an_empty_body() throws IOException {
    assertThat(browser.get("/index.html", END)).isEqualTo(NOT_FOUND);
    assertThat(browser.get("/config/device_settings.htm", END)).isEqualTo(NOT_FOUND);
  }

  @Test
  void closing_twice_is_closing_once_and_hangs_up() throws IOException {
    assertThat(browser.get("/", END)).startsWith("HTTP/1.1 301");

    server.close();
    server.close();

    assertThat(browser.hungUp()).isTrue();
  }
}
