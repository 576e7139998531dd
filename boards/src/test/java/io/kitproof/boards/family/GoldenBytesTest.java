package io.kitproof.boards.family;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.boards.family.LcusOptions.ReadBack;
import io.kitproof.boards.relay.Pulse;
import io.kitproof.boards.relay.RelayBoard;
import io.kitproof.boards.relay.Switched;
import io.kitproof.boards.virtual.VirtualPort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What drivers put on the wire, byte for byte as the boards' manuals have it. */
final class GoldenBytesTest {
  private final Path link;

  GoldenBytesTest(@TempDir Path dir) {
    this.link = dir.resolve("board");
  }

  @Test
  void lcus_sends_four_bytes_a_move_and_never_asks_when_told_not_to() throws Exception {
    Script script = Script.hex();
    LcusOptions options = LcusOptions.defaults().withReadBack(ReadBack.NEVER);
    try (VirtualPort device = VirtualPort.plug("lcus", link, 9600, script);
        BoardPort port = BoardPort.lcus("presses", device.path(), options)) {
      RelayBoard board = port.relays("presses", 2, (name, what) -> {});
      assertThat(script.next(2)).containsExactly("A0 01 00 A1", "A0 02 00 A2");

      Switched closed = board.close(1);
      board.open(1);
      assertThat(script.next(2)).containsExactly("A0 02 01 A3", "A0 02 00 A2");
      assertThat(closed.verified()).isFalse();
      assertThat(board.closed(1)).isEmpty();

      board.close(0);
      board.close();
      assertThat(script.next(3)).containsExactly("A0 01 01 A2", "A0 01 00 A1", "A0 02 00 A2");
    }
  }

  @Test
  void lcus_asks_once_and_reads_back_from_boards_that_answer() throws Exception {
    Script script = Script.hex().answerHex("FF", "43 48 31 3A 4F 46 46 20 0D 0A");
    try (VirtualPort device = VirtualPort.plug("lcus", link, 9600, script);
        BoardPort port = BoardPort.lcus("presses", device.path(), LcusOptions.defaults())) {
      RelayBoard board = port.relays("presses", 1, (name, what) -> {});

      assertThat(board.open(0).verified()).isTrue();
      assertThat(board.closed(0)).contains(false);

      assertThat(script.next(5)).containsExactly("A0 01 00 A1", "FF", "A0 01 00 A1", "FF", "FF");
    }
  }

  @Test
  void lcus_leaves_a_silent_board_that_counts_in_fours_in_step() throws Exception {
    Script script = Script.hex().answerHex("FF FF FF FF", "");
    try (VirtualPort device = VirtualPort.plug("lcus", link, 9600, script);
        BoardPort port = BoardPort.lcus("presses", device.path(), LcusOptions.defaults())) {
      RelayBoard board = port.relays("presses", 1, (name, what) -> {});
      board.close(0);

      assertThat(script.next(3)).containsExactly("A0 01 00 A1", "FF FF FF FF", "A0 01 01 A2");
    }
  }

  @Test
  void numato_resyncs_opens_all_and_reads_back() throws Exception {
    Script script =
        Script.text()
            .answer("\r", "garbage of a half typed command\n\r>")
            .answer("relay off F\r", "relay off F\n\r>")
            .answer("relay on F\r", "relay on F\n\r>")
            .answer("relay read F\r", "relay read F\n\roff\n\r>", "relay read F\n\ron\n\r>");
    for (int channel = 0; channel < 15; channel++) {
      String token = Integer.toHexString(channel).toUpperCase(Locale.ROOT);
      script.answer("relay off " + token + "\r", "relay off " + token + "\n\r>");
      script.answer("relay read " + token + "\r", "relay read " + token + "\n\roff\n\r>");
    }
    try (VirtualPort device = VirtualPort.plug("numato", link, 0, script);
        BoardPort port = BoardPort.numato("presses", device.path())) {
      RelayBoard board = port.relays("presses", 16, (name, what) -> {});
      assertThat(script.next(33)).hasSize(33).startsWith("\r", "relay off 0\r", "relay off 1\r");

      assertThat(board.close(15).verified()).isTrue();
      assertThat(script.next(2)).containsExactly("relay on F\r", "relay read F\r");
      board.close();
      assertThat(script.next(1)).containsExactly("relay off F\r");
    }
  }

  @Test
  void modbus_writes_and_reads_coils_and_flashes_whole_grains() throws Exception {
    Script script =
        Script.hex()
            .answerHex("01 0F 00 00 00 08 01 00 FE 95", "01 0F 00 00 00 08 54 0D")
            .answerHex(
                "01 01 00 00 00 08 3D CC",
                "01 01 01 00 51 88",
                "01 01 01 00 51 88",
                "01 01 01 01 90 48",
                "01 01 01 01 90 48",
                "01 01 01 00 51 88")
            .answerHex("01 05 00 00 FF 00 8C 3A", "01 05 00 00 FF 00 8C 3A")
            .answerHex("01 05 00 00 00 00 CD CA", "01 05 00 00 00 00 CD CA")
            .answerHex("01 05 02 00 00 07 8D B0", "01 05 02 00 00 07 8D B0");
    try (VirtualPort device = VirtualPort.plug("modbus", link, 0, script);
        BoardPort port = BoardPort.modbus("presses", device.path(), 115200, 1)) {
      RelayBoard board = port.relays("presses", 8, (name, what) -> {});
      assertThat(script.next(3))
          .containsExactly(
              "01 0F 00 00 00 08 01 00 FE 95",
              "01 01 00 00 00 08 3D CC",
              "01 01 00 00 00 08 3D CC");

      board.close(0);
      assertThat(script.next(2))
          .containsExactly("01 05 00 00 FF 00 8C 3A", "01 01 00 00 00 08 3D CC");

      Pulse pulse = board.pulse(0, Duration.ofMillis(700));
      assertThat(pulse.boardTimed()).isTrue();
      assertThat(pulse.hold()).isEqualTo(Duration.ofMillis(700));
      assertThat(pulse.closed().verified()).isTrue();
      assertThat(pulse.opened().verified()).isTrue();
      assertThat(script.next(3))
          .containsExactly(
              "01 05 02 00 00 07 8D B0", "01 01 00 00 00 08 3D CC", "01 01 00 00 00 08 3D CC");
    }
  }
}
