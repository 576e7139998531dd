package io.kitproof.boards.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.boards.wire.HidRelayReport;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class VirtualHidRelayTest {
  @Test
  void a_report_that_was_on_its_way_when_the_plug_was_pulled_moves_nothing() {
    try (VirtualHidRelay board = VirtualHidRelay.plug("presses", Path.of("/dev/hidraw7"), 2)) {
      board.take(HidRelayReport.move(0, true), new CountDownLatch(0));
      assertThat(board.closed(0)).isFalse();

      board.take(HidRelayReport.move(0, true), new CountDownLatch(1));
      assertThat(board.closed(0)).isTrue();
    }
  }
}
