package io.kitproof.boards.serial;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.boards.RigException;
import io.kitproof.boards.serial.PortFacts.Kind;
import io.kitproof.boards.serial.PortProblem.Busy;
import io.kitproof.boards.serial.PortProblem.Holder;
import io.kitproof.boards.virtual.VirtualPort;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opentest4j.TestAbortedException;

final class SerialPortsTest {
  private final Path dir;

  SerialPortsTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void a_free_port_has_no_problem_and_is_not_opened() {
    try (VirtualPort board = silent()) {
      assertThat(SerialPorts.problems(board.path())).isEmpty();
      assertThat(board.open()).isFalse();
    }
  }

  @Test
  void a_missing_path_is_absent() {
    assertThat(SerialPorts.problems(dir.resolve("x")))
        .containsExactly(new PortProblem.Absent(dir.resolve("x")));
  }

  @Test
  void a_dangling_link_is_absent() throws Exception {
    Path link = Files.createSymbolicLink(dir.resolve("link"), dir.resolve("gone"));

    assertThat(SerialPorts.problems(link)).containsExactly(new PortProblem.Absent(link));
  }

  @Test
  void files_directories_and_other_devices_are_no_ports() throws Exception {
    Path file = Files.createFile(dir.resolve("file"));

    assertThat(SerialPorts.problems(dir))
        .containsExactly(new PortProblem.NotAPort(dir, "a directory"));
    assertThat(SerialPorts.problems(file))
        .containsExactly(new PortProblem.NotAPort(file, "a file"));
    assertThat(SerialPorts.problems(Path.of("/dev/null")))
        .containsExactly(new PortProblem.NotAPort(Path.of("/dev/null"), "another device"));
  }

  @Test
  void who_has_it_open_is_found_with_and_without_a_lock() throws Exception {
    try (VirtualPort board = silent()) {
      try (OtherProcess other = OtherProcess.reading(board.path())) {
        assertThat(SerialPorts.problems(board.path()))
            .containsExactly(new Busy(board.path(), List.of(new Holder(other.pid(), "sh"))));
      }
      try (OtherProcess other = OtherProcess.locking(board.path())) {
        assertThat(SerialPorts.problems(board.path()))
            .containsExactly(new Busy(board.path(), List.of(new Holder(other.pid(), "sh"))));
      }
      assertThat(SerialPorts.problems(board.path())).isEmpty();
    }
  }

  @Test
  void program_that_plays_the_board_does_not_make_its_port_busy() throws Exception {
    String play =
        "import os, sys; m, s = os.openpty(); print(os.ttyname(s), flush=True); sys.stdin.read()";
    Process python;
    try {
      python = new ProcessBuilder("python3", "-c", play).start();
    } catch (IOException absent) {
      throw new TestAbortedException("python3 is not installed: nobody can play the board", absent);
    }
    try (BufferedReader out = python.inputReader()) {
      Path port = Path.of(String.valueOf(out.readLine()));

      assertThat(SerialPorts.problems(port)).isEmpty();
      try (OtherProcess other = OtherProcess.reading(port)) {
        assertThat(SerialPorts.problems(port))
            .containsExactly(new Busy(port, List.of(new Holder(other.pid(), "sh"))));
      }
    } finally {
      python.destroy();
    }
  }

  @Test
  void a_port_of_this_run_is_busy_by_its_part() {
    try (VirtualPort board = silent();
        SerialLine line = SerialLine.open("presses", board.path(), 9600, new Heard())) {
      assertThat(SerialPorts.problems(line.port()))
          .containsExactly(
              new Busy(
                  board.path(), List.of(new Holder(ProcessHandle.current().pid(), "presses"))));
    }
  }

  @Test
  void a_user_outside_the_group_is_told_to_join_it() {
    PortFacts facts = facts(Kind.PORT, false, true, List.of());

    assertThat(facts.problems())
        .containsExactly(new PortProblem.NotPermitted(facts.port(), "ada", "dialout"));
    assertThat(facts.problems().get(0).blame("presses"))
        .hasMessage(
            RigException.notPermitted("presses", facts.port(), "ada", "dialout").getMessage());
  }

  @Test
  void a_group_that_may_not_either_is_no_advice() {
    PortFacts facts = facts(Kind.PORT, false, false, List.of());

    assertThat(facts.problems())
        .containsExactly(new PortProblem.OwnerOnly(facts.port(), "ada", "root"));
    assertThat(facts.problems().get(0).blame("presses"))
        .hasMessage(
            """
            presses may not open /dev/ttyUSB0: only root may, we are ada.
              next: a udev rule with GROUP="dialout", MODE="0660" opens it to the group of serial ports""");
  }

  @Test
  void all_that_is_wrong_is_told_at_once() {
    PortFacts facts = facts(Kind.PORT, false, true, List.of(new Holder(7, "minicom")));

    assertThat(facts.problems()).hasSize(2);
    assertThat(facts.problems().get(1).blame("presses").getMessage())
        .startsWith("presses cannot have /dev/ttyUSB0: it is in use by minicom (pid 7).\n");
  }

  @ParameterizedTest
  @CsvSource({"34816, 136, 0", "259, 1, 3", "48129, 188, 1", "1048832, 1, 256"})
  void device_numbers_are_taken_apart_as_the_kernel_does(long number, int major, int minor) {
    assertThat(DeviceNumber.of(number)).isEqualTo(new DeviceNumber(major, minor));
  }

  private VirtualPort silent() {
    return VirtualPort.plug("silent", dir.resolve("silent"), 0, (bytes, port) -> {});
  }

  private static PortFacts facts(Kind kind, boolean usable, boolean groupMay, List<Holder> who) {
    return new PortFacts(
        Path.of("/dev/ttyUSB0"), kind, usable, groupMay, "ada", "root", "dialout", who);
  }
}
