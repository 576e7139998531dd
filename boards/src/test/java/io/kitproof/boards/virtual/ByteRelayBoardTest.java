package io.kitproof.boards.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.boards.wire.ByteRelay;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Golden bytes: the makers' pages and published drivers, as the boards hear them. */
final class ByteRelayBoardTest {
  private final Path dir;

  ByteRelayBoardTest(@TempDir Path dir) {
    this.dir = dir;
  }

  private BoardRig plug(String maker, int channels) {
    ByteRelay row = ByteRelay.find(maker, channels).orElseThrow();
    return new BoardRig(VirtualBoard.byteRelay("board", dir.resolve(maker), row, 9600), 9600);
  }

  @Test
  void devantech_tells_its_model_and_a_bit_a_contact() {
    try (BoardRig rig = plug("devantech", 8)) {
      assertThat(rig.askHex("5A", 2)).isEqualTo("08 02");
      assertThat(rig.askHex("65 6C 5B", 1)).isEqualTo("81");
      assertThat(rig.askHex("6F 5B", 1)).isEqualTo("80");
      assertThat(rig.askHex("6E 5B", 1)).isEqualTo("00");
    }
    try (BoardRig small = plug("devantech", 2)) {
      assertThat(small.askHex("5A", 2)).isEqualTo("0A 02");
      assertThat(small.askHex("66 5B", 1)).isEqualTo("02");
    }
  }

  @Test
  void kmtronic_tells_one_contact_or_all() {
    try (BoardRig rig = plug("kmtronic", 2)) {
      assertThat(rig.askHex("FF 02 01 FF 02 03", 3)).isEqualTo("FF 02 01");
      assertThat(rig.askHex("FF 01 03", 3)).isEqualTo("FF 01 00");
    }
    try (BoardRig rig = plug("kmtronic", 4)) {
      assertThat(rig.askHex("FF 01 01 FF 04 01 FF 09 00", 4)).isEqualTo("01 00 00 01");
      assertThat(rig.askHex("FF 01 00 FF 09 00", 4)).isEqualTo("00 00 00 01");
    }
  }

  @Test
  void icse_takes_every_byte_for_a_bitmap_once_at_work_also_another_50() throws Exception {
    try (BoardRig rig = plug("icse", 8)) {
      BoardRig.Edges first = rig.contact(0);
      assertThat(rig.askHex("FE 50", 1)).isEqualTo("AC");
      assertThat(rig.board.closed(0)).isFalse();

      rig.sendHex("51 FE");
      assertThat(first.next()).isEqualTo("low");
      rig.sendHex("FF");
      assertThat(first.next()).isEqualTo("high");
      rig.sendHex("50");
      assertThat(first.next()).isEqualTo("low");
      assertThat(rig.restHex()).isEmpty();
    }
    try (BoardRig rig = plug("icse", 4)) {
      assertThat(rig.askHex("50", 1)).isEqualTo("AB");
    }
    try (BoardRig rig = plug("icse", 2)) {
      assertThat(rig.askHex("50", 1)).isEqualTo("AD");
    }
  }

  @Test
  void denkovi_echoes_and_tells_the_first_relay_in_the_highest_bit() {
    try (BoardRig rig = plug("denkovi", 16)) {
      assertThat(rig.ask("01+//", 5)).isEqualTo("01+//");
      assertThat(rig.ask("16+//", 5)).isEqualTo("16+//");
      assertThat(rig.askHex("61 73 6B 2F 2F", 2)).isEqualTo("80 01");
      assertThat(rig.ask("01-//", 5)).isEqualTo("01-//");
      assertThat(rig.askHex("61 73 6B 2F 2F", 2)).isEqualTo("00 01");
      assertThat(rig.ask("off//", 5)).isEqualTo("off//");
      assertThat(rig.askHex("61 73 6B 2F 2F", 2)).isEqualTo("00 00");
    }
  }

  @Test
  void noise_moves_nothing_and_a_command_may_come_in_pieces() throws Exception {
    try (BoardRig rig = plug("kmtronic", 2)) {
      BoardRig.Edges contact = rig.contact(1);

      rig.sendHex("00 FF 03 01 FF 02 02 FF 02");
      rig.sendHex("01");

      assertThat(contact.next()).isEqualTo("low");
      assertThat(rig.board.closed(0)).isFalse();
    }
  }

  @Test
  void a_hurried_command_is_missed_as_by_any_board() {
    try (BoardRig rig = plug("devantech", 8)) {
      rig.board.misbehave(Faults.none().withDropFasterThan(Duration.ofSeconds(60)));

      rig.sendHex("65 66");

      assertThat(rig.restHex()).isEmpty();
      assertThat(rig.board.closed(0)).isTrue();
      assertThat(rig.board.closed(1)).isFalse();
    }
  }
}
