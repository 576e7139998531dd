package io.kitproof.boards.serial;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kitproof.boards.RigException;
import io.kitproof.boards.virtual.VirtualPort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("a port is closed 5 ms after what was written")
final class SerialLineTest {
  private final Heard heard = new Heard();
  private final Path dir;

  SerialLineTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void bytes_go_and_come_with_their_times() throws Exception {
    try (VirtualPort board = echo();
        SerialLine line = open(board)) {
      long before = System.nanoTime();
      long written = line.write("hello".getBytes(US_ASCII));
      long after = System.nanoTime();

      assertThat(heard.text(5)).isEqualTo("hello");
      assertThat(written).isBetween(before, after);
      assertThat(heard.lastNanos()).isBetween(before, System.nanoTime());
      assertThat(board.hostBaud()).isEqualTo(19200);
      assertThat(line.part()).isEqualTo("presses");
      assertThat(line.port()).isEqualTo(board.path());
    }
  }

  @Test
  void an_absent_port_is_said() {
    assertThatThrownBy(() -> open(dir.resolve("tty")))
        .isInstanceOf(RigException.class)
        .hasMessage(RigException.absent("presses", dir.resolve("tty")).getMessage());
  }

  @Test
  void what_is_no_serial_port_is_said() throws Exception {
    Path file = Files.createFile(dir.resolve("file"));

    assertThatThrownBy(() -> open(dir))
        .hasMessage(RigException.notAPort("presses", dir, "a directory").getMessage());
    assertThatThrownBy(() -> open(file))
        .hasMessage(RigException.notAPort("presses", file, "a file").getMessage());
  }

  @Test
  void a_port_open_in_this_run_is_busy_by_its_part() {
    try (VirtualPort board = echo();
        SerialLine line = open(board)) {
      assertThatThrownBy(() -> SerialLine.open("eyes", board.path(), 9600, heard))
          .hasMessage(
              "eyes cannot have %s: it is in use by presses of this very run."
                      .formatted(line.port())
                  + "\n  next: close that program; on a desktop also check ModemManager, which"
                  + " opens every new port");
    }
  }

  @Test
  void a_port_locked_by_another_process_is_busy_by_its_name() throws Exception {
    try (VirtualPort board = echo();
        OtherProcess other = OtherProcess.locking(board.path())) {
      assertThatThrownBy(() -> open(board))
          .hasMessageStartingWith(
              "presses cannot have %s: it is in use by sh (pid %d)."
                  .formatted(board.path(), other.pid()));
    }
  }

  @Test
  void a_closed_port_can_be_opened_again() throws Exception {
    try (VirtualPort board = echo()) {
      SerialLine first = open(board);
      first.close();
      first.close();

      try (SerialLine second = open(board)) {
        second.write("again".getBytes(US_ASCII));
        assertThat(heard.text(5)).isEqualTo("again");
      }
      assertThatThrownBy(() -> first.write(new byte[1]))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("The line of presses is closed.");
    }
  }

  @Test
  void closing_loses_nothing_that_was_written() throws Exception {
    for (int round = 0; round < 8; round++) {
      CompletableFuture<String> got = new CompletableFuture<>();
      StringBuilder all = new StringBuilder();
      VirtualPort.Device collector =
          (bytes, port) -> {
            all.append(new String(bytes, US_ASCII));
            if (all.length() == 10) {
              got.complete(all.toString());
            }
          };
      try (VirtualPort board = VirtualPort.plug("b", dir.resolve("b"), 0, collector)) {
        SerialLine line = open(board);
        line.write("ten bytes!".getBytes(US_ASCII));
        line.close();

        assertThat(got.get(20, TimeUnit.SECONDS)).isEqualTo("ten bytes!");
      }
    }
  }

  @Test
  void unplugging_is_told_once_and_frees_the_path() throws Exception {
    try (VirtualPort board = echo();
        SerialLine line = open(board)) {
      board.unplug();

      assertThat(heard.why())
          .hasMessage(RigException.unplugged("presses", board.path(), "the run").getMessage());
      assertThatThrownBy(() -> line.write(new byte[4]))
          .hasMessage(
              RigException.unplugged("presses", board.path(), "a write of 4 bytes").getMessage());

      board.replug();
      Heard next = new Heard();
      try (SerialLine again = SerialLine.open("presses", board.path(), 19200, next)) {
        again.write("back".getBytes(US_ASCII));
        assertThat(next.text(4)).isEqualTo("back");
      }
    }
  }

  @Test
  void a_failing_receiver_does_not_end_the_reading() throws Exception {
    SerialLine.Receiver clumsy =
        (bytes, nanos) -> {
          heard.received(bytes, nanos);
          throw new IllegalStateException("meant to fail");
        };
    try (VirtualPort board = echo();
        SerialLine line = SerialLine.open("presses", board.path(), 19200, clumsy)) {
      line.write("a".getBytes(US_ASCII));
      assertThat(heard.text(1)).isEqualTo("a");
      line.write("b".getBytes(US_ASCII));
      assertThat(heard.text(2)).isEqualTo("ab");
    }
  }

  @Test
  void the_receiver_may_close_the_line() throws Exception {
    CompletableFuture<SerialLine> itself = new CompletableFuture<>();
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    SerialLine.Receiver closer =
        (bytes, nanos) -> {
          itself.join().close();
          done.complete(true);
        };
    try (VirtualPort board = echo()) {
      SerialLine line = SerialLine.open("presses", board.path(), 19200, closer);
      itself.complete(line);
      line.write(new byte[] {1});

      assertThat(done.get(20, TimeUnit.SECONDS)).isTrue();
      line.close();
      open(board).close();
    }
  }

  @Test
  void what_was_registered_runs_at_shutdown_before_the_port_closes() throws Exception {
    try (VirtualPort board = echo();
        SerialLine line = open(board)) {
      SerialLine.Registration withdrawn =
          line.atShutdown(() -> line.write("withdrawn".getBytes(US_ASCII)));
      SerialLine.Registration failing =
          line.atShutdown(
              () -> {
                throw new IllegalStateException("meant to fail");
              });
      SerialLine.Registration kept = line.atShutdown(() -> line.write("kept".getBytes(US_ASCII)));
      withdrawn.close();

      line.release();

      assertThat(heard.text(4)).isEqualTo("kept");
      assertThatThrownBy(() -> line.write(new byte[1])).isInstanceOf(IllegalStateException.class);
      failing.close();
      kept.close();
    }
  }

  private VirtualPort echo() {
    return VirtualPort.plug("echo", dir.resolve("echo"), 0, (bytes, port) -> port.send(bytes));
  }

  private SerialLine open(VirtualPort board) {
    return open(board.path());
  }

  private SerialLine open(Path port) {
    return SerialLine.open("presses", port, 19200, heard);
  }
}
