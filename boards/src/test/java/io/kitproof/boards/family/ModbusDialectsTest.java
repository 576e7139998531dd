package io.kitproof.boards.family;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kitproof.boards.RigException;
import io.kitproof.boards.relay.Pulse;
import io.kitproof.boards.relay.RelayBoard;
import io.kitproof.boards.virtual.Faults;
import io.kitproof.boards.virtual.VirtualBoard;
import io.kitproof.boards.virtual.VirtualPort;
import io.kitproof.boards.wire.ModbusDialect;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Frames as the boards' manuals have them, and each dialect against its twin. */
final class ModbusDialectsTest {
  private static final String B_ALL_OFF = "FF 0F 00 00 00 08 01 00 70 5D";
  private static final String B_READ = "FF 01 00 00 00 08 28 12";
  private static final String B_NONE = "FF 01 01 00 60 60";
  private static final String C_READ = "01 03 00 01 00 01 D5 CA";
  private static final String C_OPEN = "01 03 02 00 00 B8 44";
  private static final String C_CLOSED = "01 03 02 00 01 79 84";

  private final Moves moves = new Moves();
  private final Path link;

  ModbusDialectsTest(@TempDir Path dir) {
    this.link = dir.resolve("board");
  }

  @Test
  void dialect_b_writes_coils_and_has_a_press_timed_in_registers() throws Exception {
    Script script =
        Script.hex()
            .answerHex(B_ALL_OFF, "FF 0F 00 00 00 08 41 D3")
            .answerHex(B_READ, B_NONE, B_NONE, "FF 01 01 01 A1 A0", "FF 01 01 01 A1 A0", B_NONE)
            .answerHex("FF 05 00 00 FF 00 99 E4", "FF 05 00 00 FF 00 99 E4")
            .answerHex("FF 05 00 00 00 00 D8 14", "FF 05 00 00 00 00 D8 14")
            .answerHex("FF 10 00 03 00 02 04 00 04 00 14 C5 9F", "FF 10 00 03 00 02 A4 16");
    try (VirtualPort device = VirtualPort.plug("modbus", link, 0, script);
        BoardPort port =
            BoardPort.modbus("presses", device.path(), 115_200, 255, ModbusDialect.B)) {
      RelayBoard board = port.relays("presses", 8, moves);
      assertThat(script.next(3)).containsExactly(B_ALL_OFF, B_READ, B_READ);
      board.close(0);
      assertThat(script.next(2)).containsExactly("FF 05 00 00 FF 00 99 E4", B_READ);

      Pulse pulse = board.pulse(0, ofSeconds(2));

      assertThat(pulse.boardTimed()).isTrue();
      assertThat(script.next(3))
          .containsExactly("FF 10 00 03 00 02 04 00 04 00 14 C5 9F", B_READ, B_READ);
    }
  }

  @Test
  void dialect_c_writes_and_reads_a_register_a_contact() throws Exception {
    Script script =
        Script.hex()
            .answerHex("01 06 00 00 08 00 8E 0A", "01 06 00 00 08 00 8E 0A")
            .answerHex(C_READ, C_OPEN, C_CLOSED, C_OPEN, C_CLOSED, C_OPEN)
            .answerHex("01 06 00 01 01 00 D9 9A", "01 06 00 01 01 00 D9 9A")
            .answerHex("01 06 00 01 02 00 D9 6A", "01 06 00 01 02 00 D9 6A")
            .answerHex("01 06 00 01 06 01 1A 6A", "01 06 00 01 06 01 1A 6A");
    try (VirtualPort device = VirtualPort.plug("modbus", link, 0, script);
        BoardPort port = BoardPort.modbus("presses", device.path(), 115_200, 1, ModbusDialect.C)) {
      RelayBoard board = port.relays("presses", 1, moves);
      assertThat(script.next(2)).containsExactly("01 06 00 00 08 00 8E 0A", C_READ);

      assertThat(board.close(0).verified()).isTrue();
      assertThat(board.open(0).verified()).isTrue();
      assertThat(script.next(4))
          .containsExactly("01 06 00 01 01 00 D9 9A", C_READ, "01 06 00 01 02 00 D9 6A", C_READ);

      assertThat(board.pulse(0, ofSeconds(1)).boardTimed()).isTrue();
      assertThat(script.next(3)).containsExactly("01 06 00 01 06 01 1A 6A", C_READ, C_READ);
    }
  }

  @ParameterizedTest
  @EnumSource
  void each_dialect_presses_by_hand_and_by_the_boards_clock(ModbusDialect dialect) {
    int address = dialect.usualAddress();
    try (VirtualBoard twin = VirtualBoard.modbus("twin", link, 4, 115_200, address, dialect);
        BoardPort port = BoardPort.modbus("presses", twin.port(), 115_200, address, dialect)) {
      RelayBoard board = port.relays("presses", 4, moves);

      assertThat(board.close(3).verified()).isTrue();
      assertThat(twin.closed(3)).isTrue();
      assertThat(twin.closed(0)).isFalse();
      assertThat(board.open(3).verified()).isTrue();
      assertThat(twin.closed(3)).isFalse();
      assertThat(board.pulse(2, ofSeconds(1)).boardTimed()).isTrue();
      assertThat(board.pulse(2, ofMillis(50)).boardTimed()).isFalse();
      twin.misbehave(Faults.none().withStuck(1, false));
      assertThatThrownBy(() -> board.close(1))
          .hasMessage(RigException.stuck("presses", twin.port(), 1, true).getMessage());
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_silent_board_is_named_with_the_command_in_each_dialect(ModbusDialect dialect) {
    int address = dialect.usualAddress();
    try (VirtualBoard twin = VirtualBoard.modbus("twin", link, 4, 115_200, address, dialect);
        BoardPort port = BoardPort.modbus("presses", twin.port(), 115_200, address, dialect)) {
      twin.misbehave(Faults.none().withSilence());

      assertThatThrownBy(() -> port.relays("presses", 4, moves))
          .isInstanceOf(RigException.class)
          .hasMessageContaining(" within 500 ms.\n  port: " + twin.port() + "\n  seen: nothing");
    }
  }

  @Test
  void a_board_of_another_dialect_is_declined_with_the_exception() {
    try (VirtualBoard twin = VirtualBoard.modbus("twin", link, 4, 115_200, 1, ModbusDialect.A);
        BoardPort port = BoardPort.modbus("presses", twin.port(), 115_200, 1, ModbusDialect.C)) {
      assertThatThrownBy(() -> port.relays("presses", 4, moves))
          .isInstanceOf(RigException.class)
          .hasMessage(
              """
              presses declined "open all contacts (01 06 00 00 08 00 8E 0A)": illegal function (exception 01).
                port: %s
                next: check the family and the number of channels of presses"""
                  .formatted(twin.port()));
    }
  }

  @Test
  void two_boards_on_one_line_are_two_boards() throws Exception {
    Script script =
        Script.hex()
            .answerHex("01 06 00 00 08 00 8E 0A", "01 06 00 00 08 00 8E 0A")
            .answerHex(C_READ, C_OPEN)
            .answerHex("02 06 00 00 08 00 8E 39", "02 06 00 00 08 00 8E 39")
            .answerHex("02 03 00 01 00 01 D5 F9", "02 03 02 00 00 FC 44");
    try (VirtualPort device = VirtualPort.plug("modbus", link, 0, script);
        BoardPort port = BoardPort.modbus("first", device.path(), 115_200, 1, ModbusDialect.C)) {
      RelayBoard first = port.relays("first", 1, moves);
      RelayBoard second = port.beside(2, ModbusDialect.C).relays("second", 1, moves);

      assertThat(first.name() + second.name()).isEqualTo("firstsecond");
      assertThat(script.next(4))
          .containsExactly(
              "01 06 00 00 08 00 8E 0A",
              C_READ,
              "02 06 00 00 08 00 8E 39",
              "02 03 00 01 00 01 D5 F9");
    }
  }
}
