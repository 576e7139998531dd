package io.kitproof.boards.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kitproof.boards.RigException;
import io.kitproof.boards.relay.RelayBoard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program in the place of uhubctl that says word for word what version 2.5.0 says. */
final class HubPortsTest {
  /** Keeps the state of port 2 in a file, and what it was called with in another. */
  private static final String UHUBCTL =
      """
      #!/bin/sh
      cd "$(dirname "$0")"
      echo "$*" >> calls
      state=$(cat state)
      status() {
        echo "$1 status for hub 1-1.4 [05e3:0608 USB2.0 Hub, USB 2.00, 4 ports, ppps]"
        if [ "$state" = on ]; then echo "  Port 2: 0103 power enable connect [04b4:f139 Cypress]"
        else echo "  Port 2: 0000 off"; fi
      }
      status Current
      case "$*" in
        *"-a off") state=off ;;
        *"-a on") state=on ;;
        *) exit 0 ;;
      esac
      [ -e stuck ] || echo $state > state
      state=$(cat state)
      echo "Sent power ${6} request"
      status New
      """;

  private final Path dir;
  private final Path program;

  HubPortsTest(@TempDir Path dir) throws IOException {
    this.dir = dir;
    this.program = dir.resolve("uhubctl");
    write(UHUBCTL);
    Files.writeString(dir.resolve("state"), "on\n");
  }

  private void write(String script) throws IOException {
    Files.writeString(program, script);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
  }

  private static RelayBoard open(PowerSwitch power) {
    BitSet second = new BitSet();
    second.set(1);
    return power.relays("hub", 4, second, (board, what) -> {});
  }

  private PowerSwitch hub() {
    return PowerSwitch.uhubctl("hub", program.toString(), "1-1.4");
  }

  @Test
  void a_port_is_switched_and_read_back() throws Exception {
    try (PowerSwitch power = hub()) {
      RelayBoard board = open(power);

      assertThat(board.close(1).verified()).isTrue();
      assertThat(Files.readString(dir.resolve("state"))).isEqualTo("off\n");
      assertThat(board.open(1).verified()).isTrue();

      assertThat(Files.readAllLines(dir.resolve("calls")))
          .isEqualTo(
              List.of(
                  "-l 1-1.4 -p 2 -a on",
                  "-l 1-1.4 -p 2",
                  "-l 1-1.4 -p 2 -a off",
                  "-l 1-1.4 -p 2",
                  "-l 1-1.4 -p 2 -a on",
                  "-l 1-1.4 -p 2"));
    }
  }

  @Test
  void a_hub_that_does_not_obey_is_stuck_though_the_program_ends_well() throws Exception {
    try (PowerSwitch power = hub()) {
      RelayBoard board = open(power);
      Files.createFile(dir.resolve("stuck"));

      assertThatThrownBy(() -> board.close(1))
          .hasMessage(RigException.stuck("hub", "hub 1-1.4", 1, true).getMessage());
    }
  }

  @Test
  void one_half_of_a_hub_for_usb_3_that_still_feeds_is_enough() throws Exception {
    write(
        """
        #!/bin/sh
        echo "Current status for hub 2-1.4 [05e3:0620 USB3.1 Hub, USB 3.20, 4 ports, ppps]"
        echo "  Port 2: 0080 off"
        echo "Current status for hub 1-1.4 [05e3:0610 USB2.1 Hub, USB 2.10, 4 ports, ppps]"
        echo "  Port 2: 0100 power"
        """);
    try (PowerSwitch power = hub()) {
      assertThat(open(power).closed(1)).contains(false);
    }
  }

  @Test
  void a_hub_that_is_not_there_is_said_with_the_programs_words() throws Exception {
    write(
        """
        #!/bin/sh
        echo "No compatible devices detected at location 1-1.4!" >&2
        echo "Run with -h to get usage info." >&2
        exit 1
        """);
    try (PowerSwitch power = hub()) {
      assertThatThrownBy(() -> open(power))
          .isInstanceOf(RigException.class)
          .hasMessage(
              """
              hub declined "%s -l 1-1.4 -p 2 -a on": it ended with 1, saying "No compatible devices detected at location 1-1.4!".
                port: hub 1-1.4
                next: plug the hub in, or correct "hub" of hub; uhubctl without arguments lists those that can switch"""
                  .formatted(program));
    }
  }

  @Test
  void a_hub_we_may_not_switch_is_said_with_a_way_out() throws Exception {
    write(
        """
        #!/bin/sh
        echo "There were permission problems while accessing USB." >&2
        exit 1
        """);
    try (PowerSwitch power = hub()) {
      assertThatThrownBy(() -> open(power))
          .isInstanceOf(RigException.class)
          .hasMessageEndingWith(
              "next: give your user the hub by a udev rule, as uhubctl's README has it");
    }
  }

  @Test
  void output_without_the_port_is_said() throws Exception {
    write("#!/bin/sh\necho '\u001b[1mSomething else'\n");
    try (PowerSwitch power = hub()) {
      assertThatThrownBy(() -> open(power))
          .isInstanceOf(RigException.class)
          .hasMessage(
              """
              hub answered "%s -l 1-1.4 -p 2" with something else.
                port: hub 1-1.4
                expected: the state of port 2
                seen: "[1mSomething else"
                next: check the settings of hub, and that nothing else talks on its line"""
                  .formatted(program));
    }
  }

  @Test
  void a_program_that_is_not_there_is_said() {
    try (PowerSwitch power =
        PowerSwitch.uhubctl("hub", dir.resolve("absent").toString(), "1-1.4")) {
      assertThatThrownBy(() -> open(power))
          .isInstanceOf(RigException.class)
          .hasMessage(
              """
              hub declined "%s -l 1-1.4 -p 2 -a on": there is no such program.
                port: hub 1-1.4
                next: install it, or write "program" of hub in the bench file"""
                  .formatted(dir.resolve("absent")));
    }
  }

  @Test
  void a_program_that_may_not_be_run_is_said() throws Exception {
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rw-------"));
    try (PowerSwitch power = hub()) {
      assertThatThrownBy(() -> open(power))
          .isInstanceOf(RigException.class)
          .hasMessage(
              """
              hub declined "%s -l 1-1.4 -p 2 -a on": that program may not be run.
                port: hub 1-1.4
                next: make it executable for you: chmod +x %s; if it is, its file system is mounted noexec"""
                  .formatted(program, program));
    }
  }

  @Test
  void a_program_that_does_not_start_is_said_in_the_words_of_the_system() throws Exception {
    Files.delete(program);
    Path unused = Files.createSymbolicLink(program, program);
    try (PowerSwitch power = hub()) {
      assertThatThrownBy(() -> open(power))
          .isInstanceOf(RigException.class)
          .hasMessage(
              """
              hub declined "%s -l 1-1.4 -p 2 -a on": it could not be started: Too many levels of symbolic links.
                port: hub 1-1.4
                next: run it by hand, or write "program" of hub in the bench file"""
                  .formatted(program));
    }
  }

  @Test
  void a_program_that_never_ends_is_ended() throws Exception {
    write("#!/bin/sh\nexec tail -f \"$0\"\n");
    try (PowerSwitch power = hub()) {
      assertThatThrownBy(() -> open(power))
          .isInstanceOf(RigException.class)
          .hasMessageStartingWith(
              "hub did not answer \"%s -l 1-1.4 -p 2 -a on\" within 10000 ms.".formatted(program));
      assertThat(ProcessHandle.current().descendants())
          .noneMatch(p -> p.info().commandLine().orElse("").contains(program.toString()));
    }
  }
}
