package io.kitproof.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class PrintableTest {
  @Test
  void control_characters_show_and_do_nothing() {
    assertThat(Printable.line("a\u001b[31mb\u0000\t\r\n\u0085é"))
        .isEqualTo("a\\x1B[31mb\\x00\\x09\\x0D\\x0A\\x85é");
  }

  @Test
  void line_feeds_stay_where_lines_are_wanted() {
    assertThat(Printable.lines("a\r\nb\n\u0007")).isEqualTo("a\nb\n\\x07");
  }

  @Test
  void marks_that_turn_the_reading_direction_show() {
    assertThat(Printable.line("a\u202Eb\u2028c")).isEqualTo("a\\u202Eb\\u2028c");
  }

  @Test
  void bytes_that_are_no_text_and_half_characters_are_replaced() {
    String broken = new String(new byte[] {'a', (byte) 0xff, 'b'}, StandardCharsets.UTF_8);

    assertThat(Printable.line(broken)).isEqualTo("a\uFFFDb");
    assertThat(Printable.line("a\ud83d!")).isEqualTo("a\uFFFD!");
    assertThat(Printable.wellFormed("\ud83da\udca1 \ud83d\udca1"))
        .isEqualTo("\uFFFDa\uFFFD \ud83d\udca1");
  }
}
