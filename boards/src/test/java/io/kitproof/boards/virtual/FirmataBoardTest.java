package io.kitproof.boards.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Golden bytes: the protocol's page, as StandardFirmata answers them. */
final class FirmataBoardTest {
  private static final String HELLO =
      "F9 02 05 F0 79 02 05 53 00 74 00 61 00 6E 00 64 00 61 00 72 00 64 00 46 00 69 00 72 00 6D 00"
          + " 61 00 74 00 61 00 2E 00 69 00 6E 00 6F 00 F7";

  private final BoardRig rig;

  FirmataBoardTest(@TempDir Path dir) {
    Duration boot = Duration.ofMillis(20);
    rig = new BoardRig(VirtualBoard.firmata("uno", dir.resolve("uno"), 57_600, boot), 57_600);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private void boot() {
    assertThat(rig.askHex("", bytes(HELLO))).isEqualTo(HELLO);
  }

  private static int bytes(String hex) {
    return (hex.length() + 1) / 3;
  }

  @Test
  void opened_it_resets_and_tells_its_name_when_it_is_up() {
    boot();

    assertThat(rig.askHex("F0 79 F7", bytes(HELLO) - 3)).isEqualTo(HELLO.substring(9));
  }

  @Test
  void a_pin_is_low_after_the_reset_and_moves_only_as_an_output() throws Exception {
    BoardRig.Edges contact = rig.contact(8);
    boot();

    assertThat(rig.askHex("F0 6D 08 F7", 6)).isEqualTo("F0 6E 08 01 00 F7");
    rig.sendHex("F5 08 01");
    assertThat(contact.next()).isEqualTo("low");
    assertThat(rig.askHex("F0 6D 08 F7", 6)).isEqualTo("F0 6E 08 01 01 F7");
    assertThat(rig.askHex("F4 09 00 F5 09 01 F0 6D 09 F7", 6)).isEqualTo("F0 6E 09 00 00 F7");
    assertThat(rig.board.closed(9)).isFalse();
  }

  @Test
  void a_port_is_told_at_once_and_at_each_change_of_an_input() {
    Net led = rig.input(10);
    boot();

    assertThat(rig.askHex("F4 0A 00 D1 01", 3)).isEqualTo("91 00 00");
    led.set(true);
    assertThat(rig.askHex("", 3)).isEqualTo("91 04 00");
    led.set(false);
    assertThat(rig.askHex("", 3)).isEqualTo("91 00 00");
  }

  @Test
  void an_analogue_input_is_told_at_once_and_evenly() {
    Net led = rig.input(16);
    boot();
    led.set(true);

    assertThat(rig.askHex("F0 7A 05 00 F7 C2 01", 9)).isEqualTo("E2 20 06 E2 20 06 E2 20 06");
    assertThat(rig.askHex("C2 00", 0)).isEmpty();
  }

  @Test
  void what_comes_while_it_starts_is_lost() {
    rig.sendHex("F0 6D 08 F7");

    boot();

    assertThat(rig.restHex()).isEmpty();
  }
}
