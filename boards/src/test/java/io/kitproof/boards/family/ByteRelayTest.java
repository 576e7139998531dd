package io.kitproof.boards.family;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kitproof.boards.RigException;
import io.kitproof.boards.relay.RelayBoard;
import io.kitproof.boards.virtual.Faults;
import io.kitproof.boards.virtual.Net;
import io.kitproof.boards.virtual.VirtualBoard;
import io.kitproof.boards.wire.ByteRelay;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the table against its virtual board. */
@Execution(ExecutionMode.CONCURRENT)
final class ByteRelayTest {
  private final Net button = new Net("MB1", true);
  private final Moves moves = new Moves();
  private final Path dir;

  ByteRelayTest(@TempDir Path dir) {
    this.dir = dir;
  }

  static Stream<Arguments> rows() {
    return Stream.of("devantech", "kmtronic", "icse", "denkovi")
        .flatMap(maker -> ByteRelay.sizes(maker).stream().map(size -> Arguments.of(maker, size)));
  }

  private static ByteRelay row(String maker, int channels) {
    return ByteRelay.find(maker, channels).orElseThrow();
  }

  private VirtualBoard plug(ByteRelay row, int baud) {
    return VirtualBoard.byteRelay("twin", dir.resolve("board"), row, baud);
  }

  private BoardPort open(VirtualBoard twin, ByteRelay row) {
    return BoardPort.byteRelay("presses", twin.port(), row, new WorkMarks(dir.resolve("marks")));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void the_last_contact_moves_and_is_read_back_where_the_board_can(String maker, int channels) {
    ByteRelay row = row(maker, channels);
    int last = channels - 1;
    try (VirtualBoard twin = plug(row, row.baud());
        BoardPort port = open(twin, row)) {
      twin.wireContact(last, button);
      RelayBoard board = port.relays("presses", channels, moves);
      boolean tells = row.asking().isPresent();

      assertThat(board.close(last).verified()).isEqualTo(tells);
      assertThat(board.closed(last).isPresent()).isEqualTo(tells);
      becomes(twin, last, true);
      assertThat(board.open(last).verified()).isEqualTo(tells);
      becomes(twin, last, false);
      assertThat(board.pulse(last, ofMillis(80)).hold()).isGreaterThanOrEqualTo(ofMillis(80));
      assertThat(moves.all()).hasSize(4);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everything_is_open_after_opening_and_after_closing(String maker, int channels) {
    ByteRelay row = row(maker, channels);
    try (VirtualBoard twin = plug(row, row.baud())) {
      try (BoardPort port = open(twin, row)) {
        RelayBoard board = port.relays("presses", channels, moves);
        board.close(0);
        becomes(twin, 0, true);
      }
      becomes(twin, 0, false);
    }
  }

  /** A board that confirms nothing is a moment behind its driver. */
  private static void becomes(VirtualBoard twin, int channel, boolean closed) {
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (twin.closed(channel) != closed && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(twin.closed(channel)).isEqualTo(closed);
  }

  @ParameterizedTest
  @CsvSource({
    "devantech, 8, who are you 5A",
    "kmtronic, 2, status FF 01 03",
    "kmtronic, 4, status FF 09 00",
    "denkovi, 16, open all 6F 66 66 2F 2F"
  })
  void a_silent_board_is_said_with_the_command_and_the_deadline(
      String maker, int channels, String command) {
    ByteRelay row = row(maker, channels);
    try (VirtualBoard twin = plug(row, row.baud())) {
      twin.misbehave(Faults.none().withSilence());

      assertThatThrownBy(
              () -> {
                try (BoardPort port = open(twin, row)) {
                  port.relays("presses", channels, moves).close();
                }
              })
          .isInstanceOf(RigException.class)
          .hasMessage(
              RigException.silent("presses", twin.port(), command, ofMillis(500)).getMessage());
    }
  }

  @ParameterizedTest
  @CsvSource({"kmtronic, 8", "kmtronic, 1", "denkovi, 16", "icse, 4"})
  void a_board_at_another_rate_is_blamed_and_moves_nothing(String maker, int channels) {
    ByteRelay row = row(maker, channels);
    try (VirtualBoard twin = plug(row, 19_200)) {
      assertThatThrownBy(
              () -> {
                try (BoardPort port = open(twin, row)) {
                  port.relays("presses", channels, moves).close();
                }
              })
          .isInstanceOf(RigException.class)
          .hasMessageStartingWith("presses ")
          .hasMessageContaining("\n  next: ");
      assertThat(twin.closed(0)).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({"devantech, 2", "kmtronic, 2", "kmtronic, 4", "denkovi, 16"})
  void a_stuck_contact_and_garbage_are_said_and_survived(String maker, int channels) {
    ByteRelay row = row(maker, channels);
    try (VirtualBoard twin = plug(row, row.baud());
        BoardPort port = open(twin, row)) {
      RelayBoard board = port.relays("presses", channels, moves);
      twin.misbehave(Faults.none().withStuck(1, false));

      assertThatThrownBy(() -> board.close(1))
          .hasMessage(RigException.stuck("presses", twin.port(), 1, true).getMessage());

      twin.misbehave(Faults.none().withGarble(3));
      assertThatThrownBy(() -> board.close(1))
          .isInstanceOf(RigException.class)
          .hasMessageMatching("(?s)presses answered .* with something else.*|Contact 1 .* stuck.*");
      twin.misbehave(Faults.none());
      assertThat(board.close(1).verified()).isTrue();
    }
  }

  @Test
  void a_board_with_another_number_of_contacts_is_said() {
    try (VirtualBoard twin = plug(row("devantech", 2), 9600)) {
      assertThatThrownBy(() -> open(twin, row("devantech", 8)))
          .hasMessage(
              """
              presses declined "who are you 5A": it has 2 contacts, not 8.
                port: %s
                next: write channels: 2 for presses in the bench file"""
                  .formatted(twin.port()));
    }
  }

  @Test
  void an_icse_board_at_work_for_somebody_else_is_opened_at_once_and_to_be_unplugged() {
    ByteRelay row = row("icse", 4);
    try (VirtualBoard twin = plug(row, row.baud())) {
      try (BoardPort port =
          BoardPort.byteRelay("other", twin.port(), row, new WorkMarks(dir.resolve("theirs")))) {
        port.relays("other", 4, moves).close();
      }

      assertThatThrownBy(() -> open(twin, row))
          .hasMessage(
              """
              presses declined "who are you 50": not a byte came within 500 ms, as from a board that is at work already.
                port: %s
                next: unplug presses and plug it in again, for nothing else brings it back; if it stays silent, check its port and family"""
                  .formatted(twin.port()));
      becomes(twin, 0, false);

      twin.unplug();
      twin.replug();
      try (BoardPort port = open(twin, row)) {
        port.relays("presses", 4, moves).close(0);
        becomes(twin, 0, true);
      }
    }
  }

  @Test
  void an_icse_board_that_was_unplugged_is_put_to_work_anew() {
    ByteRelay row = row("icse", 8);
    try (VirtualBoard twin = plug(row, row.baud())) {
      open(twin, row).close();
      twin.unplug();
      twin.replug();

      try (BoardPort port = open(twin, row)) {
        port.relays("presses", 8, moves).close(7);
        becomes(twin, 7, true);
      }
    }
  }
}
