package io.kitproof.boards.family;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.boards.relay.Pulse;
import io.kitproof.boards.relay.RelayBoard;
import io.kitproof.boards.sensor.Threshold;
import io.kitproof.boards.virtual.VirtualBoard;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
final class PressTimingTest {
  private static final Duration HOLD = Duration.ofMillis(40);

  private final Path link;

  PressTimingTest(@TempDir Path dir) {
    this.link = dir.resolve("board");
  }

  @Test
  void watching_leds_on_the_same_port_does_not_stretch_a_press() {
    List<Long> errors = new ArrayList<>();
    try (VirtualBoard twin = VirtualBoard.numato("twin", link, 8, 1);
        BoardPort port = BoardPort.numato("board", twin.port())) {
      port.adc("eyes", new Threshold(500, 300)).watch(0, new Samples());
      RelayBoard board = port.relays("presses", 8, new Moves());

      for (int press = 0; press < 15; press++) {
        Pulse pulse = board.pulse(0, HOLD);
        errors.add(pulse.hold().minus(HOLD).toNanos());
      }
    }

    Collections.sort(errors);
    assertThat(errors.get(0)).as("never shorter").isNotNegative();
    // 0.1 ms on an idle machine; the build shares its cores.
    assertThat(Duration.ofNanos(errors.get(errors.size() / 2))).isLessThan(Duration.ofMillis(5));
  }
}
