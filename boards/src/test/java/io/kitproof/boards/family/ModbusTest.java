package io.kitproof.boards.family;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kitproof.boards.RigException;
import io.kitproof.boards.relay.Pulse;
import io.kitproof.boards.relay.RelayBoard;
import io.kitproof.boards.virtual.Faults;
import io.kitproof.boards.virtual.Net;
import io.kitproof.boards.virtual.VirtualBoard;
import io.kitproof.boards.virtual.VirtualPort;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModbusTest {
  private static final String ALL_OFF = "01 0F 00 00 00 08 01 00 FE 95";
  private static final String READ = "01 01 00 00 00 08 3D CC";
  private static final String NONE_CLOSED = "01 01 01 00 51 88";
  private static final String FIRST_CLOSED = "01 01 01 01 90 48";
  private static final String ON = "01 05 00 00 FF 00 8C 3A";
  private static final String OFF = "01 05 00 00 00 00 CD CA";
  private static final String FLASH_700 = "01 05 02 00 00 07 8D B0";
  private static final String ILLEGAL_ADDRESS = "01 85 02 C3 51";

  private final Moves moves = new Moves();
  private final Path link;

  ModbusTest(@TempDir Path dir) {
    this.link = dir.resolve("board");
  }

  @Test
  void the_board_itself_times_a_press_of_whole_tenths_of_a_second() {
    Net button = new Net("MB1", true);
    List<Long> edges = new CopyOnWriteArrayList<>();
    button.onEdge((high, nanos) -> edges.add(nanos));
    try (VirtualBoard twin = VirtualBoard.modbus("twin", link, 4, 115200, 1);
        BoardPort port = BoardPort.modbus("presses", twin.port(), 115200, 1)) {
      twin.wireContact(2, button);
      RelayBoard board = port.relays("presses", 4, moves);

      Pulse pulse = board.pulse(2, ofMillis(200));

      assertThat(pulse.boardTimed()).isTrue();
      assertThat(pulse.hold()).isEqualTo(ofMillis(200));
      assertThat(pulse.closed().verified() && pulse.opened().verified()).isTrue();
      assertThat(edges).hasSize(2);
      assertThat(board.pulse(2, ofMillis(50)).boardTimed()).isFalse();
    }
  }

  @Test
  void a_contact_that_the_board_does_not_open_in_time_is_stuck() {
    try (VirtualBoard twin = VirtualBoard.modbus("twin", link, 4, 115200, 1);
        BoardPort port = BoardPort.modbus("presses", twin.port(), 115200, 1)) {
      RelayBoard board = port.relays("presses", 4, moves);
      twin.misbehave(Faults.none().withStuck(2, true));

      assertThatThrownBy(() -> board.pulse(2, ofMillis(100)))
          .hasMessage(RigException.stuck("presses", twin.port(), 2, false).getMessage());
    }
  }

  @Test
  void a_board_that_cannot_time_is_timed_by_the_host_from_then_on() throws Exception {
    Script script =
        Script.hex()
            .answerHex(ALL_OFF, "01 0F 00 00 00 08 54 0D")
            .answerHex(
                READ,
                NONE_CLOSED,
                NONE_CLOSED,
                FIRST_CLOSED,
                NONE_CLOSED,
                FIRST_CLOSED,
                NONE_CLOSED)
            .answerHex(FLASH_700, ILLEGAL_ADDRESS)
            .answerHex(ON, ON)
            .answerHex(OFF, OFF);
    try (VirtualPort device = VirtualPort.plug("modbus", link, 0, script);
        BoardPort port = BoardPort.modbus("presses", device.path(), 115200, 1)) {
      RelayBoard board = port.relays("presses", 8, moves);
      assertThat(script.next(3)).containsExactly(ALL_OFF, READ, READ);

      assertThat(board.pulse(0, ofMillis(700)).boardTimed()).isFalse();
      assertThat(script.next(5)).containsExactly(FLASH_700, ON, READ, OFF, READ);
      assertThat(board.pulse(0, ofMillis(700)).boardTimed()).isFalse();
      assertThat(script.next(4)).containsExactly(ON, READ, OFF, READ);
    }
  }

  @Test
  void a_press_that_goes_wrong_lets_go_all_the_same() throws Exception {
    Script script =
        Script.hex()
            .answerHex(ALL_OFF, "01 0F 00 00 00 08 54 0D")
            .answerHex(READ, NONE_CLOSED)
            .answerHex(ON, ON)
            .answerHex(OFF, OFF);
    try (VirtualPort device = VirtualPort.plug("modbus", link, 0, script);
        BoardPort port = BoardPort.modbus("presses", device.path(), 115200, 1)) {
      RelayBoard board = port.relays("presses", 8, moves);
      assertThat(script.next(3)).hasSize(3);

      assertThatThrownBy(() -> board.pulse(0, ofMillis(50)))
          .hasMessage(RigException.stuck("presses", device.path(), 0, true).getMessage());
      assertThat(script.next(3)).containsExactly(ON, READ, OFF);
    }
  }

  @Test
  void a_declined_command_is_said_with_the_exception() {
    Script script =
        Script.hex()
            .answerHex(ALL_OFF, "01 0F 00 00 00 08 54 0D")
            .answerHex(READ, NONE_CLOSED)
            .answerHex(OFF, OFF)
            .answerHex(ON, ILLEGAL_ADDRESS);
    try (VirtualPort device = VirtualPort.plug("modbus", link, 0, script);
        BoardPort port = BoardPort.modbus("presses", device.path(), 115200, 1)) {
      RelayBoard board = port.relays("presses", 8, moves);

      assertThatThrownBy(() -> board.close(0))
          .hasMessage(
              """
              presses declined "write coil 0 on (01 05 00 00 FF 00 8C 3A)": illegal data address (exception 02).
                port: %s
                next: check the family and the number of channels of presses"""
                  .formatted(device.path()));
    }
  }
}
