package io.kitproof.boards.family;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kitproof.boards.RigException;
import io.kitproof.boards.relay.RelayBoard;
import io.kitproof.boards.sensor.Sensor;
import io.kitproof.boards.sensor.Threshold;
import io.kitproof.boards.virtual.Faults;
import io.kitproof.boards.virtual.Net;
import io.kitproof.boards.virtual.VirtualBoard;
import io.kitproof.boards.virtual.VirtualPort;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
final class FirmataTest {
  private static final int PINS = 20;

  private final Net led = new Net("LED1", false);
  private final Samples samples = new Samples();
  private final Path link;

  FirmataTest(@TempDir Path dir) {
    this.link = dir.resolve("uno");
  }

  private VirtualBoard plug() {
    return VirtualBoard.firmata("twin", link, 57_600, ofMillis(30));
  }

  /** For one that opening does not reset: nobody waits long for it to start. */
  private static BoardPort openRunning(String part, Path port) {
    return FamilyPort.open(part, port, new FirmataFamily(ofMillis(50)));
  }

  @Test
  void a_pin_is_made_an_output_once_and_its_state_is_asked_for() throws Exception {
    Script script =
        Script.hex()
            .answerHex("F0 79 F7", "F0 79 02 05 41 00 F7")
            .answerHex("F4 08 01", "")
            .answerHex("F5 08 01", "");
    for (int pin = 2; pin < 9; pin++) {
      script.answerHex("F5 0" + pin + " 00", "");
      script.answerHex("F0 6D 0" + pin + " F7", "F0 6E 0" + pin + " 01 00 F7");
    }
    String low = "F0 6E 08 01 00 F7";
    script.answerHex("F0 6D 08 F7", low, "F0 6E 08 01 01 F7", low);
    try (VirtualPort device = VirtualPort.plug("uno", link, 0, script);
        BoardPort port = openRunning("presses", device.path())) {
      RelayBoard board = port.relays("presses", 9, new Moves());
      assertThat(script.next(15))
          .startsWith("F0 79 F7", "F5 02 00", "F5 03 00")
          .endsWith("F0 6D 07 F7", "F0 6D 08 F7");

      assertThat(board.close(8).verified()).isTrue();
      assertThat(board.open(8).verified()).isTrue();

      assertThat(script.next(5))
          .containsExactly("F4 08 01", "F5 08 01", "F0 6D 08 F7", "F5 08 00", "F0 6D 08 F7");
    }
  }

  @Test
  void an_arduino_is_waited_for_and_its_contacts_move() {
    try (VirtualBoard twin = plug();
        BoardPort port = BoardPort.firmata("presses", twin.port())) {
      RelayBoard board = port.relays("presses", PINS, new Moves());

      assertThat(board.close(8).verified()).isTrue();
      assertThat(twin.closed(8)).isTrue();
      assertThat(board.pulse(7, ofMillis(60)).hold()).isGreaterThanOrEqualTo(ofMillis(60));
      board.close();
      assertThat(port.relays("again", PINS, new Moves()).closed(8)).contains(false);
      assertThat(twin.closed(8)).isFalse();
    }
  }

  @Test
  void one_that_is_not_there_is_silent_once_it_should_have_started() {
    try (VirtualBoard twin = plug()) {
      twin.misbehave(Faults.none().withSilence());

      assertThatThrownBy(() -> openRunning("presses", twin.port()))
          .isInstanceOf(RigException.class)
          .hasMessage(
              RigException.silent("presses", twin.port(), "firmware (F0 79 F7)", ofMillis(500))
                  .getMessage());
    }
  }

  @Test
  void one_at_another_rate_is_silent() {
    try (VirtualBoard twin = VirtualBoard.firmata("twin", link, 115_200, ofMillis(5))) {
      assertThatThrownBy(() -> openRunning("presses", twin.port()))
          .isInstanceOf(RigException.class)
          .hasMessageStartingWith("presses did not answer \"firmware (F0 79 F7)\" within 500 ms.")
          .hasMessageContaining("baud rate");
    }
  }

  @Test
  void a_stuck_pin_and_silence_are_said() {
    try (VirtualBoard twin = plug();
        BoardPort port = BoardPort.firmata("presses", twin.port())) {
      RelayBoard board = port.relays("presses", PINS, new Moves());
      twin.misbehave(Faults.none().withStuck(8, false));
      assertThatThrownBy(() -> board.close(8))
          .hasMessage(RigException.stuck("presses", twin.port(), 8, true).getMessage());

      twin.misbehave(Faults.none().withSilence());
      assertThatThrownBy(() -> board.close(8))
          .hasMessage(
              RigException.silent(
                      "presses", twin.port(), "state of pin 8 (F0 6D 08 F7)", ofMillis(500))
                  .getMessage());
      twin.misbehave(Faults.none());
      assertThat(board.close(8).verified()).isTrue();
    }
  }

  @Test
  void a_pin_that_watches_an_led_tells_each_change_and_goes_on_when_there_is_none()
      throws Exception {
    try (VirtualBoard twin = plug();
        BoardPort port = BoardPort.firmata("eyes", twin.port())) {
      twin.wireInput(10, led);
      Sensor sensor = port.inputs("eyes", false);
      sensor.watch(10, samples);

      assertThat(samples.becomes(false)).isTrue();
      long before = System.nanoTime();
      led.set(true);
      assertThat(samples.becomes(true)).isTrue();
      assertThat(samples.all().get(samples.all().size() - 1).nanos())
          .isBetween(before, System.nanoTime());
      int seen = samples.all().size();
      assertThat(samples.await(all -> all.size() > seen + 5)).hasSizeGreaterThan(seen + 5);
      assertThat(sensor.sampleInterval()).isEqualTo(ofMillis(14));
    }
  }

  @Test
  void pins_may_be_active_low_and_the_analogue_inputs_have_a_threshold() throws Exception {
    try (VirtualBoard twin = plug();
        BoardPort port = BoardPort.firmata("eyes", twin.port())) {
      twin.wireInput(14 + 2, led);
      Samples inverted = new Samples();
      port.adc("eyes", new Threshold(500, 300)).watch(2, samples);
      port.inputs("pins", true).watch(3, inverted);

      assertThat(samples.becomes(false)).isTrue();
      assertThat(inverted.becomes(true)).isTrue();
      led.set(true);
      assertThat(samples.becomes(true)).isTrue();
    }
  }

  @Test
  void a_watched_pin_that_falls_silent_is_lost_with_what_was_asked() throws Exception {
    try (VirtualBoard twin = plug();
        BoardPort port = BoardPort.firmata("eyes", twin.port())) {
      port.inputs("eyes", false).watch(10, samples);
      assertThat(samples.becomes(false)).isTrue();

      twin.misbehave(Faults.none().withBlindness());

      assertThat(samples.why())
          .hasMessage(
              RigException.silent("eyes", twin.port(), "report port 1 (D1 01)", ofMillis(500))
                  .getMessage());
    }
  }

  @Test
  void an_arduino_that_starts_anew_is_found_out() throws Exception {
    Script script =
        Script.hex()
            .answerHex("F0 79 F7", "F0 79 02 05 41 00 F7")
            .answerHex("F4 02 00", "")
            .answerHex("D0 01", "90 00 00", "90 00 00 F9 02 05 F0 79 02 05 41 00 F7");
    try (VirtualPort device = VirtualPort.plug("uno", link, 0, script);
        BoardPort port = openRunning("eyes", device.path())) {
      port.inputs("eyes", false).watch(2, samples);

      assertThat(samples.why())
          .hasMessage(
              """
              eyes has restarted by itself.
                port: %s
                seen: it told its name and version, which it was not asked for
                next: check the supply of eyes: relay coils want one of their own, not the 5 V of the board"""
                  .formatted(device.path()));
    }
  }

  @Test
  void unplugged_it_is_said() throws Exception {
    try (VirtualBoard twin = plug();
        BoardPort port = BoardPort.firmata("eyes", twin.port())) {
      port.inputs("eyes", false).watch(2, samples);
      assertThat(samples.becomes(false)).isTrue();

      twin.unplug();

      assertThat(samples.why()).hasMessageStartingWith("eyes was unplugged during ");
    }
  }
}
