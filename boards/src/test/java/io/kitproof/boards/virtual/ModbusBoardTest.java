package io.kitproof.boards.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Golden frames: Waveshare's manual of the Modbus RTU Relay; exception frames: Modbus over Serial
 * Line 1.02.
 */
class ModbusBoardTest {
  private final Path dir;
  private final BoardRig rig;

  ModbusBoardTest(@TempDir Path dir) {
    this.dir = dir;
    rig = new BoardRig(VirtualBoard.modbus("io", dir.resolve("modbus"), 8, 9600, 1), 9600);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private void answers(String request, String reply) {
    assertThat(rig.askHex(request, (reply.length() + 1) / 3)).isEqualTo(reply);
  }

  @Test
  void coils_are_written_toggled_and_read() throws InterruptedException {
    BoardRig.Edges contact = rig.contact(0);

    answers("01 05 00 00 FF 00 8C 3A", "01 05 00 00 FF 00 8C 3A");
    assertThat(contact.next()).isEqualTo("low");
    answers("01 05 00 00 00 00 CD CA", "01 05 00 00 00 00 CD CA");
    assertThat(contact.next()).isEqualTo("high");
    answers("01 05 00 00 55 00 F2 9A", "01 05 00 00 55 00 F2 9A");
    assertThat(contact.next()).isEqualTo("low");
    rig.board.misbehave(Faults.none().withStuck(2, true));
    answers("01 01 00 00 00 08 3D CC", "01 01 01 05 91 8B");
  }

  @Test
  void all_coils_are_written_at_once() {
    answers("01 05 00 FF FF 00 BC 0A", "01 05 00 FF FF 00 BC 0A");
    assertThat(rig.board.closed(0) && rig.board.closed(7)).isTrue();
    answers("01 05 00 FF 00 00 FD FA", "01 05 00 FF 00 00 FD FA");
    assertThat(rig.board.closed(0) || rig.board.closed(7)).isFalse();
    answers("01 0F 00 00 00 08 01 FF BE D5", "01 0F 00 00 00 08 54 0D");
    assertThat(rig.board.closed(0) && rig.board.closed(7)).isTrue();
  }

  @Test
  void inputs_are_read() {
    Net led = rig.input(1);
    answers("01 02 00 00 00 08 79 CC", "01 02 01 00 A1 88");

    led.set(true);

    answers("01 02 00 00 00 08 79 CC", "01 02 01 02 20 49");
  }

  @Test
  void a_flash_ends_by_itself_after_its_time() throws InterruptedException {
    BoardRig.Edges contact = rig.contact(0);
    long start = System.nanoTime();

    answers("01 05 02 00 00 07 8D B0", "01 05 02 00 00 07 8D B0");

    assertThat(contact.next()).isEqualTo("low");
    assertThat(contact.next()).isEqualTo("high");
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(700));
  }

  @Test
  void a_flash_open_closes_afterwards_and_a_command_in_between_ends_it()
      throws InterruptedException {
    BoardRig.Edges contact = rig.contact(0);
    answers("01 05 04 00 00 07 8D 38", "01 05 04 00 00 07 8D 38");
    assertThat(contact.next()).isEqualTo("low");

    answers("01 05 02 00 7F FF AC 02", "01 05 02 00 7F FF AC 02");
    answers("01 05 00 00 00 00 CD CA", "01 05 00 00 00 00 CD CA");

    assertThat(contact.next()).isEqualTo("high");
  }

  @Test
  void requests_it_cannot_fulfil_are_answered_with_an_exception() {
    answers("01 07 00 00 00 00 B4 0A", "01 87 01 82 30");
    answers("01 05 00 08 FF 00 0D F8", "01 85 02 C3 51");
    answers("01 05 00 00 01 00 CC 5A", "01 85 03 02 91");
    answers("01 01 00 00 00 09 FC 0C", "01 81 02 C1 91");
  }

  @Test
  void version_and_address_are_told_to_whoever_asks_all() {
    answers("00 03 80 00 00 01 AC 1B", "00 03 02 00 C8 84 12");
    answers("00 03 40 00 00 01 90 1B", "00 03 02 00 01 44 44");
  }

  @Test
  void frames_for_others_broken_ones_and_broadcast_writes_get_no_answer() {
    rig.sendHex("02 05 00 00 FF 00 8C 09 01 05 00 00 FF 00 8C 3B 00 05 00 01 FF 00 DC 2B");

    assertThat(rig.restHex()).isEmpty();
    assertThat(rig.board.closed(0)).isFalse();
    assertThat(rig.board.closed(1)).as("broadcasts are obeyed").isTrue();
  }

  @Test
  void a_request_is_found_behind_noise_and_in_two_pieces() {
    rig.sendHex("55 AA 01 05 00");
    answers("00 FF 00 8C 3A", "01 05 00 00 FF 00 8C 3A");
  }

  @Test
  void contacts_keep_their_position_when_the_adapter_is_unplugged() {
    answers("01 05 00 00 FF 00 8C 3A", "01 05 00 00 FF 00 8C 3A");

    rig.board.unplug();

    assertThat(rig.board.closed(0)).isTrue();
  }

  @Test
  void an_address_that_does_not_exist_is_refused() {
    assertThatThrownBy(() -> VirtualBoard.modbus("x", dir.resolve("x"), 8, 9600, 248))
        .hasMessage("No Modbus address 248: they are 1 to 247.");
  }
}
