package io.kitproof.boards.kit.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class UploadTest {
  private final Desk kit = new Desk();
  private final ConfigServer server = ConfigServer.open(kit);
  private final Browser browser;

  UploadTest() throws IOException {
    browser = new Browser(server.address());
  }

  @AfterEach
  void close() throws IOException {
    browser.close();
    server.close();
  }

  private static String chunk(String file, int offset, int size) {
    return "/config/upgrade_chunk.html?file=%s&offset=%d&filesize=%d".formatted(file, offset, size);
  }

  private String send(String file, int offset, int size, String slice) throws IOException {
    return browser.post(chunk(file, offset, size), slice);
  }

  @Test
  void each_slice_is_answered_with_the_next_offset_and_both_files_are_kept_together()
      throws IOException {
    assertThat(send("certificate", 0, 6, "cer")).isEqualTo("3");
    assertThat(send("certificate", 3, 6, "ti.")).isEqualTo("6");
    assertThat(kit.notes).isEmpty();

    assertThat(send("key", 0, 4, "key.")).isEqualTo("4");
    assertThat(kit.notes).containsExactly("credentials certi. / key.");
  }

  @Test
  void the_order_of_the_files_does_not_matter_and_any_other_name_is_the_key() throws IOException {
    assertThat(send("privkey", 0, 4, "key.")).isEqualTo("4");
    assertThat(send("certificate", 0, 3, "cer")).isEqualTo("3");

    assertThat(kit.notes).containsExactly("credentials cer / key.");
  }

  @Test
  void a_wrong_offset_is_answered_with_the_right_one_and_changes_nothing() throws IOException {
    assertThat(send("key", 0, 4, "ke")).isEqualTo("2");
    assertThat(send("key", 3, 4, "?")).isEqualTo("2");
    assertThat(send("key", 2, 4, "y.")).isEqualTo("4");
    assertThat(send("certificate", 0, 3, "cer")).isEqualTo("3");

    assertThat(kit.notes).containsExactly("credentials cer / key.");
  }

  @Test
  void one_offset_serves_both_files() throws IOException {
    assertThat(send("certificate", 0, 6, "cer")).isEqualTo("3");
    assertThat(send("key", 3, 6, "key")).isEqualTo("6");

    assertThat(kit.notes).isEmpty(); // the key begins with three zeros: it counts as empty
  }

  @Test
  void once_kept_both_are_forgotten_and_one_file_alone_changes_nothing() throws IOException {
    assertThat(send("certificate", 0, 3, "cer")).isEqualTo("3");
    assertThat(send("key", 0, 4, "key.")).isEqualTo("4");
    kit.notes.clear();

    assertThat(send("certificate", 0, 3, "new")).isEqualTo("3");

    assertThat(kit.notes).isEmpty();
  }

  @Test
  void a_shorter_file_leaves_the_tail_of_the_longer_one() throws IOException {
    assertThat(send("certificate", 0, 8, "too long")).isEqualTo("8");
    assertThat(send("certificate", 0, 3, "cer")).isEqualTo("3");
    assertThat(send("key", 0, 4, "key.")).isEqualTo("4");

    assertThat(kit.notes).containsExactly("credentials cer long / key.");
  }

  @Test
  void what_does_not_fit_is_dropped_without_a_word() throws IOException {
    String slice = "k".repeat(1024);
    assertThat(send("key", 0, 3072, slice)).isEqualTo("1024");
    assertThat(send("key", 1024, 3072, slice)).isEqualTo("2048");
    assertThat(send("key", 2048, 3072, slice)).isEqualTo("3072");
    for (int offset = 0; offset < 5120; offset += 1024) {
      String next = String.valueOf(offset + 1024);
      assertThat(send("certificate", offset, 5120, "c".repeat(1024))).isEqualTo(next);
    }

    assertThat(kit.notes)
        .containsExactly("credentials " + "c".repeat(4095) + " / " + "k".repeat(2047));
  }

  @Test
  void an_empty_slice_is_said_on_the_console_and_answered_with_nonsense() throws IOException {
    assertThat(send("key", 0, 4, "")).isEqualTo("-1");
    assertThat(kit.notes).containsExactly("> content_length [0]");
  }

  @Test
  void a_length_in_other_letters_is_not_seen() throws IOException {
    browser.send("POST " + chunk("key", 0, 4) + " HTTP/1.1\ncontent-length: 4\n\nkey.");

    assertThat(browser.answer("\n0\n\n")).contains("\n-1\n");
  }

  @Test
  void a_body_may_follow_its_header_in_a_packet_of_its_own() throws IOException {
    browser.send("POST " + chunk("key", 0, 4) + " HTTP/1.1\nContent-Length: 4\n\n");
    headerHasArrived();
    browser.send("key.");

    assertThat(browser.answer("\n0\n\n")).contains("\n4\n0\n");
  }

  @Test
  void parallel_uploads_put_the_body_of_one_under_the_header_of_the_other() throws IOException {
    try (Browser other = new Browser(server.address())) {
      browser.send("POST " + chunk("certificate", 0, 3) + " HTTP/1.1\nContent-Length: 3\n\n");
      headerHasArrived();
      other.send("POST " + chunk("key", 0, 4) + " HTTP/1.1\nContent-Length: 4\n\n");
      headerHasArrived();
      browser.send("cer");

      assertThat(browser.answer("\n0\n\n")).contains("\n3\n0\n");
      assertThat(send("certificate", 0, 3, "CER")).isEqualTo("3");
      assertThat(kit.notes).containsExactly("credentials CER / cer");

      other.send("key.");
      assertThat(other.hearsNothing()).isTrue();
      browser.send("GET / HTTP/1.1\n\n");
      assertThat(browser.hearsNothing()).isTrue();
    }
  }

  @Test
  void a_body_in_two_pieces_is_the_end_of_the_server() throws IOException {
    browser.send("POST " + chunk("key", 0, 4) + " HTTP/1.1\nContent-Length: 4\n\nke");
    headerHasArrived();
    browser.send("y.");

    assertThat(browser.hearsNothing()).isTrue();
    try (Browser next = new Browser(server.address())) {
      next.send("GET / HTTP/1.1\n\n");
      assertThat(next.hearsNothing()).isTrue();
    }
  }

  @Test
  void a_request_longer_than_the_buffer_is_the_end_of_the_server() throws IOException {
    String field = "X-Long: " + "x".repeat(900) + "\n";
    browser.send(
        "POST " + chunk("key", 0, 1100) + " HTTP/1.1\n" + field + "Content-Length: 1100\n\n");
    headerHasArrived();
    browser.send("k".repeat(1100));

    assertThat(browser.hearsNothing()).isTrue();
  }

  /** A later connection is answered only once everything before has been taken in. */
  private void headerHasArrived() throws IOException {
    try (Browser later = new Browser(server.address())) {
      assertThat(later.get("/", "\n\n")).startsWith("HTTP/1.1 301");
    }
  }
}
