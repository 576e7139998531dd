package io.kitproof.boards.family;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kitproof.boards.RigException;
import io.kitproof.boards.relay.Pulse;
import io.kitproof.boards.relay.RelayBoard;
import io.kitproof.boards.relay.Switched;
import io.kitproof.boards.virtual.Faults;
import io.kitproof.boards.virtual.Net;
import io.kitproof.boards.virtual.VirtualBoard;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for contacts of every family, against its virtual board. */
@Execution(ExecutionMode.CONCURRENT)
final class RelayFamiliesTest {
  private static final int CHANNELS = Kind.CHANNELS;

  private final Net button = new Net("MB1", true);
  private final Moves moves = new Moves();
  private final Path link;

  RelayFamiliesTest(@TempDir Path dir) {
    this.link = dir.resolve("board");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void a_contact_moves_is_verified_and_told(Kind kind) {
    try (VirtualBoard twin = kind.plug(link);
        BoardPort port = kind.open(twin.port())) {
      twin.wireContact(2, button);
      RelayBoard board = port.relays("presses", CHANNELS, moves);
      long before = System.nanoTime();

      Switched closed = board.close(2);

      assertThat(button.high()).isFalse();
      assertThat(board.closed(2)).contains(true);
      assertThat(board.closed(1)).contains(false);

      Switched opened = board.open(2);

      assertThat(button.high()).isTrue();
      assertThat(moves.all()).containsExactly(closed, opened);
      assertThat(closed.channel()).isEqualTo(2);
      assertThat(closed.closed()).isTrue();
      assertThat(opened.closed()).isFalse();
      assertThat(closed.verified() && opened.verified()).isTrue();
      assertThat(List.of(before, closed.commandedNanos(), closed.writtenNanos())).isSorted();
      assertThat(closed.acknowledgedNanos()).isGreaterThanOrEqualTo(closed.writtenNanos());
      assertThat(board.name()).isEqualTo("presses");
      assertThat(board.channels()).isEqualTo(CHANNELS);
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void everything_is_open_after_opening_and_after_closing(Kind kind) {
    try (VirtualBoard twin = kind.plug(link)) {
      twin.wireContact(2, button);
      try (BoardPort port = kind.open(twin.port())) {
        port.relays("presses", CHANNELS, moves).close(2);
        assertThat(twin.closed(2)).isTrue();
      }
      assertThat(twin.closed(2)).isFalse();

      try (BoardPort port = kind.open(twin.port())) {
        RelayBoard board = port.relays("presses", CHANNELS, moves);
        board.close(2);
        assertThat(port.relays("presses again", CHANNELS, moves).closed(2)).contains(false);
        board.close();
        board.close();
        assertThatThrownBy(() -> board.close(2))
            .isInstanceOf(IllegalStateException.class)
            .hasMessage("presses is closed.");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void a_press_of_the_host_lasts_as_long_as_asked(Kind kind) {
    Duration hold = ofMillis(kind == Kind.LCUS ? 80 : 30);
    try (VirtualBoard twin = kind.plug(link);
        BoardPort port = kind.open(twin.port())) {
      twin.wireContact(2, button);
      RelayBoard board = port.relays("presses", CHANNELS, moves);

      Pulse pulse = board.pulse(2, hold);

      assertThat(button.high()).isTrue();
      assertThat(pulse.boardTimed()).isFalse();
      assertThat(pulse.hold()).isBetween(hold, hold.plusSeconds(2));
      assertThat(pulse.opened().verified()).isTrue();
      assertThat(moves.all()).containsExactly(pulse.closed(), pulse.opened());
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void a_contact_stuck_open_is_named_and_let_go(Kind kind) {
    try (VirtualBoard twin = kind.plug(link);
        BoardPort port = kind.open(twin.port())) {
      RelayBoard board = port.relays("presses", CHANNELS, moves);
      twin.misbehave(Faults.none().withStuck(2, false));

      assertThatThrownBy(() -> board.close(2))
          .isInstanceOf(RigException.class)
          .hasMessage(RigException.stuck("presses", twin.port(), 2, true).getMessage());
      assertThatThrownBy(() -> board.pulse(2, ofMillis(350)))
          .hasMessage(RigException.stuck("presses", twin.port(), 2, true).getMessage());

      twin.misbehave(Faults.none());
      assertThat(board.closed(2)).contains(false);
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void a_contact_stuck_closed_is_found_at_the_opening(Kind kind) {
    try (VirtualBoard twin = kind.plug(link);
        BoardPort port = kind.open(twin.port())) {
      twin.misbehave(Faults.none().withStuck(3, true));

      assertThatThrownBy(() -> port.relays("presses", CHANNELS, moves))
          .hasMessage(RigException.stuck("presses", twin.port(), 3, false).getMessage());
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void a_board_without_read_back_moves_unverified(Kind kind) {
    try (VirtualBoard twin = kind.plug(link)) {
      twin.misbehave(Faults.none().withoutReadBack());
      try (BoardPort port = kind.open(twin.port())) {
        RelayBoard board = port.relays("presses", CHANNELS, moves);

        assertThat(board.close(2).verified()).isFalse();
        assertThat(board.closed(2)).isEmpty();
        assertThat(board.pulse(2, ofMillis(100)).opened().verified()).isFalse();
      }
      assertThat(twin.closed(2)).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void silence_is_said_with_the_command_and_the_deadline(Kind kind) {
    try (VirtualBoard twin = kind.plug(link);
        BoardPort port = kind.open(twin.port())) {
      RelayBoard board = port.relays("presses", CHANNELS, moves);
      twin.misbehave(Faults.none().withSilence());
      String command = kind == Kind.LCUS ? "status FF" : kind.closing();
      Duration deadline = ofMillis(kind == Kind.LCUS ? 250 : 500);

      assertThatThrownBy(() -> board.close(2))
          .hasMessage(RigException.silent("presses", twin.port(), command, deadline).getMessage());

      twin.misbehave(Faults.none());
      assertThat(board.close(2).verified()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void garbage_is_shown_and_survived(Kind kind) {
    try (VirtualBoard twin = kind.plug(link);
        BoardPort port = kind.open(twin.port())) {
      RelayBoard board = port.relays("presses", CHANNELS, moves);
      twin.misbehave(Faults.none().withGarble(7));

      assertThatThrownBy(() -> board.close(2))
          .isInstanceOf(RigException.class)
          .hasMessageStartingWith("presses answered \"")
          .hasMessageContaining(
              "\" with something else.\n  port: " + twin.port() + "\n  expected: ")
          .hasMessageContaining("\n  seen: ");

      twin.misbehave(Faults.none());
      assertThat(board.close(2).verified()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void unplugging_is_said_with_the_command(Kind kind) {
    try (VirtualBoard twin = kind.plug(link);
        BoardPort port = kind.open(twin.port())) {
      RelayBoard board = port.relays("presses", CHANNELS, moves);
      twin.unplug();

      assertThatThrownBy(() -> board.close(2))
          .hasMessage(
              RigException.unplugged("presses", twin.port(), "\"" + kind.closing() + "\"")
                  .getMessage());
      assertThatThrownBy(port::close)
          .isInstanceOf(RigException.class)
          .hasMessageStartingWith("presses was unplugged during ");
      twin.replug();
      kind.open(twin.port()).close();
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void an_interrupted_press_opens_at_once_and_stays_interrupted(Kind kind) {
    try (VirtualBoard twin = kind.plug(link);
        BoardPort port = kind.open(twin.port())) {
      twin.wireContact(2, button);
      RelayBoard board = port.relays("presses", CHANNELS, moves);
      Thread.currentThread().interrupt();

      Pulse pulse = board.pulse(2, Duration.ofSeconds(30));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(button.high()).isTrue();
      assertThat(twin.closed(2)).isFalse();
      assertThat(pulse.hold()).isLessThan(Duration.ofSeconds(20));
      assertThat(pulse.boardTimed()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void a_contact_that_is_not_there_is_refused(Kind kind) {
    try (VirtualBoard twin = kind.plug(link);
        BoardPort port = kind.open(twin.port())) {
      RelayBoard board = port.relays("presses", CHANNELS, moves);

      assertThatThrownBy(() -> board.close(4))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("presses has no contact 4: they are 0 to 3.");
      assertThatThrownBy(() -> board.pulse(0, Duration.ZERO))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("A press lasts longer than 0 ms.");
    }
  }
}
