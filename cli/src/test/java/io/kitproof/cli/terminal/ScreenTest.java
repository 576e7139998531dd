package io.kitproof.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ScreenTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private Screen screen(boolean live) {
    return Screen.of(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        live,
        false);
  }

  private String progress() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void what_happens_now_is_one_line_that_changes_on_a_terminal() {
    Screen screen = screen(true);

    screen.now("first");
    screen.now("second");
    screen.quiet();

    assertThat(progress()).isEqualTo("\r\u001b[Kfirst\r\u001b[Ksecond\r\u001b[K");
  }

  @Test
  void what_happens_now_is_not_in_a_log() {
    Screen screen = screen(false);

    screen.now("first");
    screen.done("over");

    assertThat(progress()).isEqualTo("over" + System.lineSeparator());
  }

  @Test
  void long_lines_do_not_wrap_the_terminal() {
    screen(true).now("x".repeat(200));

    assertThat(progress()).isEqualTo("\r\u001b[K" + "x".repeat(78) + "…");
  }

  @Test
  void json_is_one_document_in_the_order_of_its_keys() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("b", new long[] {1, 2});
    document.put("a", List.of("ü"));

    screen(false).json(document);

    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("{\"b\":[1,2],\"a\":[\"ü\"]}" + System.lineSeparator());
  }

  @Test
  void colour_is_for_terminals_only_and_not_where_it_is_unwanted() {
    assertThat(Screen.of("out,err", Map.of()).colour()).isTrue();
    assertThat(Screen.of("err", Map.of()).colour()).isFalse();
    assertThat(Screen.of("out", Map.of("NO_COLOR", "1")).colour()).isFalse();
    assertThat(Screen.of("out", Map.of("NO_COLOR", "")).colour()).isTrue();
    assertThat(Screen.of("out", Map.of("TERM", "dumb")).colour()).isFalse();
  }
}
