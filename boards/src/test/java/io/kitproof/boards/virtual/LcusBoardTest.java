package io.kitproof.boards.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Golden bytes: published drivers of the LC Technology boards. */
class LcusBoardTest {
  private final BoardRig rig;

  LcusBoardTest(@TempDir Path dir) {
    rig = new BoardRig(VirtualBoard.lcus("presses", dir.resolve("lcus"), 8), 9600);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void contacts_close_and_open_at_once_and_nothing_is_replied() throws InterruptedException {
    BoardRig.Edges first = rig.contact(0);
    BoardRig.Edges last = rig.contact(7);

    rig.sendHex("A0 01 01 A2");
    assertThat(first.next()).isEqualTo("low");
    rig.sendHex("A0 08 01 A9");
    assertThat(last.next()).isEqualTo("low");
    rig.sendHex("A0 01 00 A1");
    assertThat(first.next()).isEqualTo("high");
    rig.sendHex("A0 08 00 A8");
    assertThat(last.next()).isEqualTo("high");

    assertThat(rig.restHex()).isEmpty();
  }

  @Test
  void the_status_is_a_line_a_channel() {
    String status =
        "CH1: OFF\r\nCH2: ON\r\nCH3: OFF\r\nCH4: ON\r\nCH5: OFF\r\nCH6: OFF\r\nCH7: OFF\r\nCH8: OFF\r\n";
    rig.sendHex("A0 02 01 A3 A0 04 01 A5");

    rig.sendHex("FF");

    assertThat(rig.host.readText(status.length())).isEqualTo(status);
  }

  @Test
  void a_board_of_two_spells_its_status_otherwise(@TempDir Path dir) {
    try (BoardRig small = new BoardRig(VirtualBoard.lcus("small", dir.resolve("s"), 2), 9600)) {
      small.sendHex("A0 02 01 A3 FF");

      assertThat(small.host.readText(19)).isEqualTo("CH1:OFF \r\nCH2:ON \r\n");
    }
  }

  @Test
  void a_board_without_read_back_says_nothing_but_obeys() throws InterruptedException {
    rig.board.misbehave(Faults.none().withoutReadBack());
    BoardRig.Edges contact = rig.contact(0);

    rig.sendHex("FF A0 01 01 A2");

    assertThat(contact.next()).isEqualTo("low");
    assertThat(rig.restHex()).isEmpty();
  }

  @Test
  void noise_broken_frames_and_channels_it_does_not_have_move_nothing()
      throws InterruptedException {
    BoardRig.Edges contact = rig.contact(0);

    rig.sendHex("00 A0 01 01 A3 A0 09 01 AA A0 01 02 A3 A0 01");
    rig.sendHex("A0 01 01");
    rig.sendHex("A2");

    assertThat(contact.next()).isEqualTo("low");
    assertThat(contact.seen()).isEmpty();
  }

  @Test
  void a_clone_misses_the_second_of_two_hurried_commands() throws InterruptedException {
    rig.board.misbehave(Faults.none().withDropFasterThan(Duration.ofSeconds(60)));
    BoardRig.Edges first = rig.contact(0);

    rig.sendHex("A0 01 01 A2 A0 02 01 A3");

    assertThat(first.next()).isEqualTo("low");
    assertThat(rig.board.closed(1)).isFalse();
  }

  @Test
  void a_driver_at_another_rate_moves_nothing() {
    rig.host.setBaud(115200);

    rig.sendHex("A0 01 01 A2 FF");
    assertThat(rig.rest()).doesNotContain("CH1");

    assertThat(rig.board.closed(0)).isFalse();
  }

  @Test
  void unplugged_it_has_no_power_and_lets_go() throws InterruptedException {
    BoardRig.Edges contact = rig.contact(0);
    rig.sendHex("A0 01 01 A2");
    assertThat(contact.next()).isEqualTo("low");

    rig.board.unplug();

    assertThat(contact.next()).isEqualTo("high");
    assertThat(rig.host.awaitUnplugged()).isTrue();
    rig.board.replug();
    assertThat(rig.board.closed(0)).isFalse();
  }
}
