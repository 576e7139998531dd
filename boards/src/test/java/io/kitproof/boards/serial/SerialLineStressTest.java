package io.kitproof.boards.serial;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.boards.virtual.VirtualPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Opening, reading, closing and unplugging beside each other: a fault here ends the JVM. */
@Isolated
final class SerialLineStressTest {
  private static final int LANES = 48;
  private static final int CYCLES = 45;

  private final Path dir;

  SerialLineStressTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void two_thousand_openings_beside_each_other_leave_nothing_behind() throws Exception {
    assertThat(lane("warm-up")).isEqualTo(CYCLES);
    long descriptors = descriptors();
    ExecutorService lanes = Executors.newFixedThreadPool(LANES);
    try {
      List<Callable<Integer>> work = new ArrayList<>();
      for (int i = 0; i < LANES; i++) {
        String name = "lane-" + i;
        work.add(() -> lane(name));
      }

      int openings = 0;
      for (Future<Integer> lane : lanes.invokeAll(work)) {
        openings += lane.get();
      }

      assertThat(openings).isEqualTo(LANES * CYCLES);
      assertThat(threads()).isEmpty();
      assertThat(descriptors()).isLessThanOrEqualTo(descriptors);
    } finally {
      lanes.shutdownNow();
    }
  }

  private int lane(String name) throws Exception {
    int openings = 0;
    try (VirtualPort board =
        VirtualPort.plug(name, dir.resolve(name), 0, (bytes, port) -> port.send(bytes))) {
      for (int cycle = 0; cycle < CYCLES; cycle++) {
        Heard heard = new Heard();
        try (SerialLine line = SerialLine.open(name, board.path(), 115200, heard)) {
          openings++;
          line.write(new byte[] {'o', 'n', 'e'});
          assertThat(heard.text(3)).isEqualTo("one");
          if (cycle % 2 == 1) {
            board.unplug();
            assertThat(heard.why().part()).isEqualTo(name);
            board.replug();
          }
        }
      }
    }
    return openings;
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("kitproof-serial-"))
        .toList();
  }

  private static long descriptors() throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.count();
    }
  }
}
