package io.kitproof.boards.family;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.boards.relay.RelayBoard;
import io.kitproof.boards.virtual.VirtualPort;
import io.kitproof.boards.wire.ByteRelay;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What drivers of byte relays put on the wire, byte for byte as makers and published drivers do.
 */
final class ByteRelayGoldenTest {
  private final Path dir;

  ByteRelayGoldenTest(@TempDir Path dir) {
    this.dir = dir;
  }

  private BoardPort open(VirtualPort device, String maker, int channels) {
    ByteRelay row = ByteRelay.find(maker, channels).orElseThrow();
    return BoardPort.byteRelay("presses", device.path(), row, new WorkMarks(dir));
  }

  private VirtualPort plug(Script script) {
    return VirtualPort.plug("board", dir.resolve("board"), 0, script);
  }

  @Test
  void devantech_is_asked_who_it_is_and_moved_by_single_bytes() throws Exception {
    Script script =
        Script.hex()
            .answerHex("5A", "08 01")
            .answerHex("6E", "")
            .answerHex("65", "")
            .answerHex("6C", "")
            .answerHex("76", "")
            .answerHex("5B", "00", "01", "81", "01");
    try (VirtualPort device = plug(script);
        BoardPort port = open(device, "devantech", 8)) {
      RelayBoard board = port.relays("presses", 8, new Moves());
      assertThat(script.next(3)).containsExactly("5A", "6E", "5B");

      assertThat(board.close(0).verified()).isTrue();
      assertThat(board.close(7).verified()).isTrue();
      assertThat(board.open(7).verified()).isTrue();

      assertThat(script.next(6)).containsExactly("65", "5B", "6C", "5B", "76", "5B");
    }
  }

  @Test
  void kmtronic_of_two_is_asked_contact_by_contact() throws Exception {
    Script script =
        Script.hex()
            .answerHex("FF 01 00", "")
            .answerHex("FF 02 00", "")
            .answerHex("FF 01 01", "")
            .answerHex("FF 01 03", "FF 01 00", "FF 01 01")
            .answerHex("FF 02 03", "FF 02 00");
    try (VirtualPort device = plug(script);
        BoardPort port = open(device, "kmtronic", 2)) {
      RelayBoard board = port.relays("presses", 2, new Moves());
      assertThat(script.next(4)).containsExactly("FF 01 00", "FF 02 00", "FF 01 03", "FF 02 03");

      assertThat(board.close(0).verified()).isTrue();

      assertThat(script.next(2)).containsExactly("FF 01 01", "FF 01 03");
    }
  }

  @Test
  void kmtronic_of_eight_tells_all_in_eight_bytes_without_a_header() throws Exception {
    Script script =
        Script.hex()
            .answerHex("FF 08 01", "")
            .answerHex("FF 09 00", "00 00 00 00 00 00 00 00", "00 00 00 00 00 00 00 01");
    for (int channel = 1; channel <= 8; channel++) {
      script.answerHex("FF 0" + channel + " 00", "");
    }
    try (VirtualPort device = plug(script);
        BoardPort port = open(device, "kmtronic", 8)) {
      RelayBoard board = port.relays("presses", 8, new Moves());
      assertThat(script.next(9)).startsWith("FF 01 00", "FF 02 00").endsWith("FF 09 00");

      assertThat(board.close(7).verified()).isTrue();

      assertThat(script.next(2)).containsExactly("FF 08 01", "FF 09 00");
    }
  }

  @Test
  void icse_is_put_to_work_once_and_then_gets_inverted_bitmaps() throws Exception {
    Script script =
        Script.hex()
            .answerHex("50", "AB")
            .answerHex("51", "")
            .answerHex("0F", "")
            .answerHex("0E", "")
            .answerHex("06", "");
    try (VirtualPort device = plug(script)) {
      try (BoardPort port = open(device, "icse", 4)) {
        RelayBoard board = port.relays("presses", 4, new Moves());
        assertThat(board.close(0).verified()).isFalse();
        board.close(3);
        board.open(3);
        board.open(0);
        assertThat(board.closed(0)).isEmpty();
        assertThat(script.next(7)).containsExactly("50", "51", "0F", "0E", "06", "0E", "0F");
      }

      assertThat(script.next(2)).containsExactly("0F", "0F");

      try (BoardPort port = open(device, "icse", 4)) {
        port.relays("presses", 4, new Moves()).close(0);
        assertThat(script.next(2)).containsExactly("0F", "0E");
      }
    }
  }

  @Test
  void denkovi_is_spoken_to_in_text_and_its_first_relay_is_the_highest_bit() throws Exception {
    Script script =
        Script.text()
            .answer("off//", "off//")
            .answer("01+//", "01+//")
            .answer("01-//", "01-//")
            .answer("16+//", "16+//")
            .answer("16-//", "16-//")
            .answer("ask//", "\0\0", "\u0080\0", "\u0080\u0001", "\u0080\0");
    try (VirtualPort device = plug(script);
        BoardPort port = open(device, "denkovi", 16)) {
      RelayBoard board = port.relays("presses", 16, new Moves());
      assertThat(script.next(2)).containsExactly("off//", "ask//");

      assertThat(board.close(0).verified()).isTrue();
      assertThat(board.close(15).verified()).isTrue();
      assertThat(board.open(15).verified()).isTrue();

      assertThat(script.next(6))
          .containsExactly("01+//", "ask//", "16+//", "ask//", "16-//", "ask//");
    }
  }
}
