package io.kitproof.boards.kit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleTest {
  private final List<String> uart = new ArrayList<>();
  private final Life life = new Life("kit", FirmwareClock.real());

  private Console console(boolean lineBuffered) {
    return new Console(life, lineBuffered, bytes -> uart.add(new String(bytes, US_ASCII)));
  }

  @Test
  void an_unfinished_line_waits_for_its_end() {
    Console console = console(/* lineBuffered= */ true);

    console.print(Transcript.PUBLISHING);
    assertThat(uart).isEmpty();

    console.print(Transcript.PUBLISHED);
    assertThat(uart).containsExactly("[MQTT] Publishing... Success\r\n");
  }

  @Test
  void finished_lines_leave_before_an_unfinished_one() {
    Console console = console(/* lineBuffered= */ true);

    console.print("one\ntwo\nthr");
    console.print("ee\n");

    assertThat(uart).containsExactly("one\r\ntwo\r\n", "three\r\n");
  }

  @Test
  void without_buffering_everything_leaves_at_once() {
    Console console = console(/* lineBuffered= */ false);

    console.print(Transcript.PUBLISHING);

    assertThat(uart).containsExactly("[MQTT] Publishing...");
  }

  @Test
  void a_carriage_return_in_the_source_leaves_twice() {
    console(/* lineBuffered= */ true).print("WLAN\r\n");

    assertThat(uart).containsExactly("WLAN\r\r\n");
  }

  @Test
  void without_power_it_is_silent() {
    Console console = console(/* lineBuffered= */ true);
    life.end();

    assertThatThrownBy(() -> console.print("one\n")).isInstanceOf(PowerLost.class);
    assertThat(uart).isEmpty();
  }
}
