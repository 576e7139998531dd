package io.kitproof.boards.family;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.kitproof.boards.RigException;
import io.kitproof.boards.relay.RelayBoard;
import io.kitproof.boards.relay.Switched;
import io.kitproof.boards.sensor.Sensor;
import io.kitproof.boards.sensor.Threshold;
import io.kitproof.boards.virtual.Faults;
import io.kitproof.boards.virtual.Net;
import io.kitproof.boards.virtual.VirtualBoard;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every driver against every virtual board with every fault: it works, or the right thing is
 * blamed.
 */
@Execution(ExecutionMode.CONCURRENT)
final class DriversAgainstVirtualBoardsTest {
  private static final String WORKS = "works";
  private static final String SILENT = "presses did not answer \"";
  private static final String GARBLED = "presses answered \"";
  private static final String STUCK_OPEN = "Contact 2 of presses is stuck open.";
  private static final String STUCK_CLOSED = "Contact 2 of presses is stuck closed.";

  /**
   * What befalls a board while it is in use, and what closing and opening its contact 2 comes to.
   */
  enum Trouble {
    NONE(Faults.none(), WORKS),
    BOUNCE(Faults.none().withBounce(8, ofMillis(3), 1), WORKS),
    SLOW(Faults.none().withDelay(ofMillis(40)), WORKS),
    SLOW_BOUNCING_LAZY(
        Faults.none()
            .withDelay(ofMillis(20))
            .withBounce(8, ofMillis(3), 1)
            .withOperateDelay(ofMillis(10)),
        WORKS),
    TOO_SLOW(Faults.none().withDelay(ofMillis(700)), SILENT),
    SILENT_BOARD(Faults.none().withSilence(), SILENT),
    HURRIED(Faults.none().withDropFasterThan(ofSeconds(60)), SILENT),
    NOISY(Faults.none().withGarble(7), GARBLED),
    NOISY_AND_SLOW(Faults.none().withGarble(7).withDelay(ofMillis(10)), GARBLED),
    WORN_OUT(Faults.none().withStuck(2, false), STUCK_OPEN),
    WELDED(Faults.none().withStuck(2, true), STUCK_CLOSED),
    WELDED_AND_SILENT(Faults.none().withStuck(2, true).withSilence(), SILENT);

    final Faults faults;
    final String outcome;

    Trouble(Faults faults, String outcome) {
      this.faults = faults;
      this.outcome = outcome;
    }
  }

  private final Path dir;

  DriversAgainstVirtualBoardsTest(@TempDir Path dir) {
    this.dir = dir;
  }

  static Stream<Arguments> kindsAndTroubles() {
    return Arrays.stream(Kind.values())
        .flatMap(kind -> Arrays.stream(Trouble.values()).map(t -> Arguments.of(kind, t)));
  }

  @ParameterizedTest
  @MethodSource("kindsAndTroubles")
  void trouble_is_survived_or_blamed_and_forgotten_when_it_is_over(Kind kind, Trouble trouble) {
    try (VirtualBoard twin = kind.plug(dir.resolve("board"));
        BoardPort port = kind.open(twin.port())) {
      Net button = new Net("MB1", true);
      twin.wireContact(2, button);
      RelayBoard board = port.relays("presses", Kind.CHANNELS, new Moves());

      twin.misbehave(trouble.faults);
      Throwable seen = catchThrowable(() -> closeAndOpen(board));

      if (trouble.outcome.equals(WORKS)) {
        assertThat(seen).isNull();
      } else {
        assertThat(seen)
            .isInstanceOf(RigException.class)
            .hasMessageStartingWith(trouble.outcome)
            .hasMessageContaining("\n  port: " + twin.port())
            .hasMessageContaining("\n  next: ");
      }
      twin.misbehave(Faults.none());
      closeAndOpen(board);
      assertThat(twin.closed(2)).isFalse();
    }
  }

  private static void closeAndOpen(RelayBoard board) {
    Switched closed = board.close(2);
    Switched opened = board.open(2);
    assertThat(closed.verified() && opened.verified()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void unplugged_it_is_blamed_and_plugged_in_again_it_works(Kind kind) {
    try (VirtualBoard twin = kind.plug(dir.resolve("board"))) {
      try (BoardPort port = kind.open(twin.port())) {
        RelayBoard board = port.relays("presses", Kind.CHANNELS, new Moves());
        twin.unplug();
        assertThat(catchThrowable(() -> board.close(2)))
            .hasMessageStartingWith("presses was unplugged during \"" + kind.closing() + "\".");
      } catch (RigException atClose) {
        assertThat(atClose).hasMessageStartingWith("presses was unplugged during ");
      }
      assertThat(catchThrowable(() -> kind.open(twin.port())))
          .hasMessageStartingWith("presses has no port: ");

      twin.replug();

      try (BoardPort port = kind.open(twin.port())) {
        closeAndOpen(port.relays("presses", Kind.CHANNELS, new Moves()));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "LCUS, presses did not answer \"status FF\" within 250 ms.",
    "NUMATO, unverified",
    "MODBUS, presses did not answer \"read coils (01 01 00 00 00 04 3D C9)\" within 500 ms."
  })
  void a_board_that_stops_to_read_back_is_blamed_or_not_verified(Kind kind, String outcome) {
    try (VirtualBoard twin = kind.plug(dir.resolve("board"));
        BoardPort port = kind.open(twin.port())) {
      RelayBoard board = port.relays("presses", Kind.CHANNELS, new Moves());
      twin.misbehave(Faults.none().withoutReadBack());

      Throwable seen = catchThrowable(() -> assertThat(board.close(2).verified()).isFalse());

      assertThat(twin.closed(2)).isTrue();
      if (outcome.equals("unverified")) {
        assertThat(seen).isNull();
      } else {
        assertThat(seen).isInstanceOf(RigException.class).hasMessageStartingWith(outcome);
      }
    }
  }

  /** An LCUS driver cannot tell a board that says nothing from one that is not an LCUS board. */
  @ParameterizedTest
  @CsvSource({
    "LCUS, NUMATO, presses answered \"status FF\" with something else.",
    "LCUS, MODBUS, works unverified",
    "NUMATO, LCUS, presses answered \"an empty line\" with something else.",
    "NUMATO, MODBUS, presses did not answer \"an empty line\" within 500 ms.",
    "MODBUS, LCUS, presses did not answer \"write all coils off",
    "MODBUS, NUMATO, presses answered \"write all coils off"
  })
  void a_board_of_another_family_is_found_out_at_the_opening(
      Kind driver, Kind kind, String outcome) {
    try (VirtualBoard twin = plugSlow(kind)) {
      Throwable seen =
          catchThrowable(
              () -> {
                try (BoardPort port = openSlow(driver, twin.port())) {
                  RelayBoard board = port.relays("presses", Kind.CHANNELS, new Moves());
                  assertThat(board.close(2).verified()).isFalse();
                }
              });

      if (outcome.equals("works unverified")) {
        assertThat(seen).isNull();
      } else {
        assertThat(seen).isInstanceOf(RigException.class).hasMessageStartingWith(outcome);
      }
      assertThat(twin.closed(2)).isFalse();
    }
  }

  /** Modbus at the 9600 baud it has from the factory, where the families can be mistaken. */
  private VirtualBoard plugSlow(Kind kind) {
    Path link = dir.resolve("board");
    return kind == Kind.MODBUS
        ? VirtualBoard.modbus("twin", link, Kind.CHANNELS, 9600, 1)
        : kind.plug(link);
  }

  private static BoardPort openSlow(Kind kind, Path port) {
    return kind == Kind.MODBUS ? BoardPort.modbus("presses", port, 9600, 1) : kind.open(port);
  }

  @ParameterizedTest
  @CsvSource({"9600, 1", "57600, 1", "115200, 2"})
  void a_modbus_board_at_another_rate_or_address_is_blamed(int baud, int address) {
    try (VirtualBoard twin = Kind.MODBUS.plug(dir.resolve("board"));
        BoardPort port = BoardPort.modbus("presses", twin.port(), baud, address)) {
      assertThat(catchThrowable(() -> port.relays("presses", Kind.CHANNELS, new Moves())))
          .isInstanceOf(RigException.class)
          .hasMessageStartingWith("presses ")
          .hasMessageContaining("baud rate");
    }
  }

  /** The inputs there are. */
  enum Eyes {
    ADC(Kind.NUMATO),
    DISCRETE(Kind.MODBUS);

    final Kind kind;

    Eyes(Kind kind) {
      this.kind = kind;
    }

    Sensor on(BoardPort port) {
      return this == ADC
          ? port.adc("presses", new Threshold(500, 300))
          : port.inputs("presses", false);
    }
  }

  private static final Set<Trouble> SEEN_BY_EYES =
      EnumSet.of(
          Trouble.SLOW,
          Trouble.TOO_SLOW,
          Trouble.SILENT_BOARD,
          Trouble.HURRIED,
          Trouble.NOISY,
          Trouble.WELDED);

  static Stream<Arguments> eyesAndTroubles() {
    return Arrays.stream(Eyes.values())
        .flatMap(eyes -> SEEN_BY_EYES.stream().map(trouble -> Arguments.of(eyes, trouble)));
  }

  @ParameterizedTest
  @MethodSource("eyesAndTroubles")
  void a_sensor_goes_on_seeing_or_says_why_it_cannot(Eyes eyes, Trouble trouble) throws Exception {
    try (VirtualBoard twin = eyes.kind.plug(dir.resolve("board"));
        BoardPort port = eyes.kind.open(twin.port());
        Sensor sensor = eyes.on(port)) {
      Net led = new Net("LED1", false);
      twin.wireInput(1, led);
      Samples samples = new Samples();
      sensor.watch(1, samples);
      assertThat(samples.becomes(false)).isTrue();

      twin.misbehave(trouble.faults);

      // Contacts are none of a sensor's business.
      if (trouble.outcome.equals(SILENT) || trouble.outcome.equals(GARBLED)) {
        assertThat(samples.why()).hasMessageStartingWith(trouble.outcome);
      } else {
        led.set(true);
        assertThat(samples.becomes(true)).isTrue();
      }
    }
  }
}
