package io.kitproof.boards.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kitproof.boards.relay.RelayBoard;
import io.kitproof.boards.virtual.Faults;
import io.kitproof.boards.virtual.VirtualBoard;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("commands closer than 30 ms are dropped")
final class LcusTest {
  private final Path link;

  LcusTest(@TempDir Path dir) {
    this.link = dir.resolve("board");
  }

  @Test
  void a_clone_that_drops_hasty_commands_hears_all() {
    try (VirtualBoard twin = VirtualBoard.lcus("twin", link, 2)) {
      twin.misbehave(Faults.none().withDropFasterThan(Duration.ofMillis(30)));
      try (BoardPort port = BoardPort.lcus("presses", twin.port(), LcusOptions.defaults())) {
        RelayBoard board = port.relays("presses", 2, new Moves());

        for (int i = 0; i < 3; i++) {
          assertThat(board.close(0).verified()).isTrue();
          assertThat(board.open(0).verified()).isTrue();
        }
      }
    }
  }

  @Test
  void a_board_with_fewer_contacts_than_configured_is_said() {
    try (VirtualBoard twin = VirtualBoard.lcus("twin", link, 2);
        BoardPort port = BoardPort.lcus("presses", twin.port(), LcusOptions.defaults())) {
      assertThatThrownBy(() -> port.relays("presses", 4, new Moves()))
          .hasMessage(
              """
              presses answered "status FF" with something else.
                port: %s
                expected: CH1 to CH4, each ON or OFF
                seen: "CH1:OFF \\r\\nCH2:OFF \\r\\n"
                next: check the family and baud rate of presses, and that nothing else talks on its line"""
                  .formatted(twin.port()));
    }
  }

  @Test
  void it_has_no_inputs() {
    try (VirtualBoard twin = VirtualBoard.lcus("twin", link, 2);
        BoardPort port = BoardPort.lcus("presses", twin.port(), LcusOptions.defaults())) {
      assertThatThrownBy(() -> port.inputs("eyes", false))
          .isInstanceOf(UnsupportedOperationException.class)
          .hasMessage("eyes has no digital inputs.");
    }
  }
}
