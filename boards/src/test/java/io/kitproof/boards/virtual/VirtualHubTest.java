package io.kitproof.boards.virtual;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program in the place of uhubctl says what version 2.5.0 says. */
final class VirtualHubTest {
  private final Path dir;
  private final VirtualHub hub;

  VirtualHubTest(@TempDir Path dir) {
    this.dir = dir;
    this.hub = VirtualHub.plug("mains", dir.resolve("a hub's"), 4);
  }

  @AfterEach
  void close() {
    hub.close();
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(hub.port().toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private String run(int exit, String... arguments) throws Exception {
    return end(exit, start(arguments));
  }

  /** What it says to its end, which must come. */
  private static String end(int exit, Process program) throws Exception {
    try {
      assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(program.exitValue()).isEqualTo(exit);
      return new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } finally {
      Process unused = program.destroyForcibly();
    }
  }

  @Test
  void a_port_is_switched_off_and_on_and_told() throws Exception {
    Net supply = new Net("supply", true);
    hub.wireContact(1, supply);

    assertThat(run(0, "-l", "1-1", "-p", "2", "-a", "off"))
        .isEqualTo(
            """
            Current status for hub 1-1 [05e3:0608 USB2.0 Hub, USB 2.00, 4 ports, ppps]
              Port 2: 0100 power
            Sent power off request
            New status for hub 1-1 [05e3:0608 USB2.0 Hub, USB 2.00, 4 ports, ppps]
              Port 2: 0000 off
            """);
    assertThat(supply.high()).isFalse();
    assertThat(hub.closed(1)).isTrue();
    assertThat(run(0, "-l", "1-1", "-p", "2"))
        .isEqualTo(
            """
            Current status for hub 1-1 [05e3:0608 USB2.0 Hub, USB 2.00, 4 ports, ppps]
              Port 2: 0000 off
            """);
    assertThat(run(0, "-l", "1-1", "-p", "2", "-a", "on"))
        .isEqualTo(
            """
            Current status for hub 1-1 [05e3:0608 USB2.0 Hub, USB 2.00, 4 ports, ppps]
              Port 2: 0000 off
            Sent power on request
            New status for hub 1-1 [05e3:0608 USB2.0 Hub, USB 2.00, 4 ports, ppps]
              Port 2: 0100 power
            """);
    assertThat(supply.high()).isTrue();
  }

  @Test
  void another_place_another_port_and_other_arguments_move_nothing() throws Exception {
    assertThat(run(1, "-l", "1-1.4", "-p", "2", "-a", "off"))
        .isEqualTo(
            """
            No compatible devices detected at location 1-1.4!
            Run with -h to get usage info.
            """);
    assertThat(run(0, "-l", "1-1", "-p", "5", "-a", "off"))
        .isEqualTo(
            """
            Current status for hub 1-1 [05e3:0608 USB2.0 Hub, USB 2.00, 4 ports, ppps]
            Sent power off request
            New status for hub 1-1 [05e3:0608 USB2.0 Hub, USB 2.00, 4 ports, ppps]
            """);
    assertThat(run(1, "-l", "1-1", "-p", "2", "-a", "explode"))
        .isEqualTo(
            """
            Invalid command line syntax!
            Run with -h to get usage info.
            """);
    for (int port = 0; port < 4; port++) {
      assertThat(hub.closed(port)).isFalse();
    }
  }

  @Test
  void a_stuck_port_stays_on_though_the_program_ends_well() throws Exception {
    hub.misbehave(Faults.none().withStuck(1, false));

    assertThat(run(0, "-l", "1-1", "-p", "2", "-a", "off")).endsWith("  Port 2: 0100 power\n");

    assertThat(hub.closed(1)).isFalse();
  }

  @Test
  void what_no_hub_does_is_not_done() throws Exception {
    Net supply = new Net("supply", true);
    hub.wireContact(1, supply);
    List<Boolean> edges = new ArrayList<>();
    supply.onEdge((high, nanos) -> edges.add(high));
    hub.misbehave(
        Faults.none()
            .withBounce(8, ofSeconds(0), 1)
            .withGarble(1)
            .withDropFasterThan(ofSeconds(60))
            .withoutReadBack());

    String cut = run(0, "-l", "1-1", "-p", "2", "-a", "off");
    String given = run(0, "-l", "1-1", "-p", "2", "-a", "on");

    assertThat(cut).endsWith("  Port 2: 0000 off\n");
    assertThat(given).endsWith("  Port 2: 0100 power\n");
    assertThat(edges).containsExactly(false, true);
  }

  @Test
  void unplugged_it_is_not_there_its_ports_stay_and_plugged_in_it_is_itself_again()
      throws Exception {
    assertThat(run(0, "-l", "1-1", "-p", "2", "-a", "off")).isNotEmpty();

    hub.unplug();

    assertThat(run(1, "-l", "1-1", "-p", "2"))
        .isEqualTo(
            """
            No compatible devices detected at location 1-1!
            Run with -h to get usage info.
            """);
    assertThat(hub.closed(1)).isTrue();
    hub.replug();
    assertThat(run(0, "-l", "1-1", "-p", "2")).endsWith("  Port 2: 0000 off\n");
  }

  @Test
  void a_program_whose_hub_is_unplugged_while_it_waits_ends_badly_and_says_nothing()
      throws Exception {
    CountDownLatch cut = cut();
    hub.misbehave(Faults.none().withDelay(ofSeconds(60)));
    Process waiting = start("-l", "1-1", "-p", "2", "-a", "off");
    try {
      assertThat(cut.await(20, TimeUnit.SECONDS)).isTrue();

      hub.unplug();

      assertThat(end(1, waiting)).isEmpty();
    } finally {
      Process unused = waiting.destroyForcibly();
    }
  }

  /** Counted down when port 2 is switched off. */
  private CountDownLatch cut() {
    Net supply = new Net("supply", true);
    CountDownLatch cut = new CountDownLatch(1);
    supply.onEdge((high, nanos) -> cut.countDown());
    hub.wireContact(1, supply);
    return cut;
  }

  /** The first one is ended for its silence, as the driver does; its answer is still to come. */
  @Test
  void a_late_answer_is_not_taken_for_that_of_the_next_call() throws Exception {
    CountDownLatch cut = cut();
    hub.misbehave(Faults.none().withDelay(ofSeconds(1)));
    Process first = start("-l", "1-1", "-p", "2", "-a", "off");
    try {
      assertThat(cut.await(20, TimeUnit.SECONDS)).isTrue();
    } finally {
      Process unused = first.destroyForcibly();
    }
    assertThat(first.waitFor(20, TimeUnit.SECONDS)).isTrue();

    String second = run(0, "-l", "1-1", "-p", "3");

    assertThat(second)
        .isEqualTo(
            """
            Current status for hub 1-1 [05e3:0608 USB2.0 Hub, USB 2.00, 4 ports, ppps]
              Port 3: 0100 power
            """);
  }

  @Test
  void its_program_goes_with_it_and_takes_the_place_of_no_other_file() throws Exception {
    Path own = Files.writeString(dir.resolve("notes"), "mine");

    assertThatThrownBy(() -> VirtualHub.plug("mains", own, 4))
        .isInstanceOf(UncheckedIOException.class)
        .hasCauseInstanceOf(FileAlreadyExistsException.class)
        .hasMessageEndingWith(
            own + ": is another file: a virtual hub may only replace its program");
    assertThat(own).hasContent("mine");
    assertThat(dir.resolve(".notes")).doesNotExist();
    hub.close();
    try (var left = Files.list(dir)) {
      assertThat(left).containsExactly(own);
    }
  }

  @Test
  void the_program_of_a_run_that_was_killed_is_replaced() throws Exception {
    Path left = dir.resolve("left");
    Path unused = Files.copy(hub.port(), left);

    try (VirtualHub again = VirtualHub.plug("again", left, 2)) {
      assertThat(again.port()).isExecutable();
    }
    assertThat(left).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "#!/bin/sh\n# In the place of uhubctl 2.4.0: of another version.\n"})
  void what_a_killed_run_or_another_version_has_left_is_replaced(String left) throws Exception {
    Path program = Files.writeString(dir.resolve("left"), left);

    try (VirtualHub again = VirtualHub.plug("again", program, 2)) {
      assertThat(again.port()).isExecutable();
      assertThat(program).hasSameTextualContentAs(hub.port());
      try (var beside = Files.list(dir)) {
        assertThat(beside).filteredOn(file -> file.toString().endsWith(".new")).isEmpty();
      }
    }
    assertThat(program).doesNotExist();
  }

  @Test
  void it_has_no_inputs_to_wire() {
    assertThatThrownBy(() -> hub.wireInput(3, new Net("LED1", false)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No input 3: a USB hub has none.");
  }
}
