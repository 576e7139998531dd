package io.kitproof.boards.family;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.boards.virtual.Net;
import io.kitproof.boards.virtual.VirtualBoard;
import io.kitproof.boards.virtual.VirtualPort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is ended by SIGTERM lets go of what it holds. */
final class ShutdownTest {
  private static final int SIGTERM_STATUS = 143;

  private final Path link;

  ShutdownTest(@TempDir Path dir) {
    this.link = dir.resolve("board");
  }

  @Test
  void a_contact_held_closed_is_opened() throws Exception {
    Script script = Script.hex();
    try (VirtualPort device = VirtualPort.plug("lcus", link, 9600, script)) {
      Process run = start("lcus", device.path());
      assertThat(run.inputReader().readLine()).isEqualTo("pressed");
      assertThat(script.next(2)).containsExactly("A0 01 00 A1", "A0 01 01 A2");

      run.destroy();

      assertThat(script.next(1)).containsExactly("A0 01 00 A1");
      assertThat(run.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(run.exitValue()).isEqualTo(SIGTERM_STATUS);
    }
  }

  @Test
  void a_press_in_progress_is_let_go() throws Exception {
    Net button = new Net("MB1", true);
    CountDownLatch letGo = new CountDownLatch(1);
    button.onEdge(
        (high, nanos) -> {
          if (high) {
            letGo.countDown();
          }
        });
    try (VirtualBoard twin = VirtualBoard.numato("twin", link, 8, 1)) {
      twin.wireContact(0, button);
      Process run = start("numato", twin.port());
      assertThat(run.inputReader().readLine()).isEqualTo("pressed");
      assertThat(button.high()).isFalse();

      run.destroy();

      assertThat(letGo.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(run.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(run.exitValue()).isEqualTo(SIGTERM_STATUS);
    }
  }

  private static Process start(String family, Path port) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
            "-Dfazecast.jSerialComm.appid=kitproof-shutdown-" + family,
            "-cp",
            System.getProperty("java.class.path"),
            HoldPressed.class.getName(),
            family,
            port.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
