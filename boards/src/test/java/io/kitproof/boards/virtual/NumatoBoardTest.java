package io.kitproof.boards.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Golden text: Numato's manuals and numato-gpio. */
class NumatoBoardTest {
  private final Path dir;
  private final BoardRig rig;

  NumatoBoardTest(@TempDir Path dir) {
    this.dir = dir;
    rig = new BoardRig(VirtualBoard.numato("eyes", dir.resolve("numato"), 8, 1), 19200);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private void answers(String command, String answer) {
    assertThat(rig.ask(command, answer.length())).isEqualTo(answer);
  }

  @Test
  void it_echoes_answers_and_prompts() {
    answers("ver\r", "ver\n\r00000008\n\r>");
    answers("id get\r", "id get\n\r00000000\n\r>");
    answers("id set kitproof\r", "id set kitproof\n\r>");
    answers("id get\r", "id get\n\rkitproof\n\r>");
    answers("\r", "\n\r>");
    answers("make tea\r", "make tea\n\r>");
    answers("relay on 9\r", "relay on 9\n\r>");
  }

  @Test
  void relays_move_and_are_read_back() throws InterruptedException {
    BoardRig.Edges contact = rig.contact(0);

    answers("relay on 0\r", "relay on 0\n\r>");
    assertThat(contact.next()).isEqualTo("low");
    answers("relay read 0\r", "relay read 0\n\ron\n\r>");
    answers("relay readall\r", "relay readall\n\r01\n\r>");
    answers("relay off 0\r", "relay off 0\n\r>");
    assertThat(contact.next()).isEqualTo("high");
    answers("relay read 0\r", "relay read 0\n\roff\n\r>");
    answers("relay writeall a5\r", "relay writeall a5\n\r>");
    answers("relay readall\r", "relay readall\n\ra5\n\r>");
    assertThat(rig.board.closed(7)).isTrue();
    answers("reset\r", "reset\n\r>");
    assertThat(rig.board.closed(7)).isFalse();
  }

  @Test
  void inputs_read_the_level_of_their_net() {
    Net led = rig.input(3);
    answers("gpio read 3\r", "gpio read 3\n\r0\n\r>");

    led.set(true);

    answers("gpio read 3\r", "gpio read 3\n\r1\n\r>");
    answers("gpio readall\r", "gpio readall\n\r08\n\r>");
  }

  @Test
  void light_is_about_800_and_dark_about_60_with_the_same_noise_for_a_seed() {
    Net led = rig.input(2);
    led.set(true);
    List<Integer> bright = samples(rig);
    led.set(false);
    List<Integer> dark = samples(rig);

    assertThat(bright).allMatch(v -> v >= 792 && v <= 808);
    assertThat(dark).allMatch(v -> v >= 52 && v <= 68);
    assertThat(bright.stream().distinct().count()).isGreaterThan(3);

    try (BoardRig twin = new BoardRig(VirtualBoard.numato("t", dir.resolve("t"), 8, 1), 9600)) {
      twin.input(2).set(true);
      assertThat(samples(twin)).isEqualTo(bright);
    }
  }

  private static List<Integer> samples(BoardRig rig) {
    List<Integer> values = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      rig.host.write("adc read 2\r");
      StringBuilder reply = new StringBuilder();
      while (reply.indexOf(">") < 0) {
        reply.append(rig.host.readText(1));
      }
      values.add(Integer.valueOf(reply.toString().split("\n\r", -1)[1]));
    }
    return values;
  }

  @Test
  void a_half_typed_command_is_still_there_for_the_next_driver() {
    rig.host.write("relay o");
    assertThat(rig.host.readText(7)).isEqualTo("relay o");

    answers("n 1\r", "n 1\n\r>");

    assertThat(rig.board.closed(1)).isTrue();
  }

  @Test
  void sixteen_channels_are_named_in_hexadecimal() {
    try (BoardRig wide = new BoardRig(VirtualBoard.numato("w", dir.resolve("w"), 16, 1), 9600)) {
      assertThat(wide.ask("relay on F\r", 13)).isEqualTo("relay on F\n\r>");
      assertThat(wide.board.closed(15)).isTrue();
      assertThat(wide.ask("relay readall\r", 22)).isEqualTo("relay readall\n\r8000\n\r>");
    }
  }

  @Test
  void sixteen_channels_notify_and_eight_know_nothing_of_it(@TempDir Path dir) {
    VirtualBoard large = VirtualBoard.numato("large", dir.resolve("l"), 16, 1);
    try (BoardRig wide = new BoardRig(large, 115200)) {
      Net led = wide.input(15);
      String on = "gpio notify on\n\rgpio notify enabled\n\r>";
      String up = "# 8000 0000 FFFF\n\r";
      String down = "# 0000 8000 FFFF\n\r";

      assertThat(wide.ask("gpio notify on\r", on.length())).isEqualTo(on);
      led.set(true);
      assertThat(wide.host.readText(up.length())).isEqualTo(up);
      led.set(false);
      assertThat(wide.host.readText(down.length())).isEqualTo(down);
    }

    String unknown = "gpio notify on\n\r>";
    assertThat(rig.ask("gpio notify on\r", unknown.length())).isEqualTo(unknown);
  }
}
