package io.kitproof.boards.family;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kitproof.boards.RigException;
import io.kitproof.boards.relay.RelayBoard;
import io.kitproof.boards.sensor.Sensor;
import io.kitproof.boards.virtual.Faults;
import io.kitproof.boards.virtual.Net;
import io.kitproof.boards.virtual.VirtualBoard;
import io.kitproof.boards.virtual.VirtualPort;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
final class NumatoNotifyTest {
  private static final String ENABLED = "gpio notify on\n\rgpio notify enabled\n\r>";

  private final Net led = new Net("LED1", false);
  private final Samples samples = new Samples();
  private final Path link;

  NumatoNotifyTest(@TempDir Path dir) {
    this.link = dir.resolve("board");
  }

  private static String all(String hex) {
    return "gpio readall\n\r" + hex + "\n\r>";
  }

  @Test
  void an_input_is_followed_while_contacts_move_on_the_same_line() throws Exception {
    try (VirtualBoard twin = VirtualBoard.numato("twin", link, 16, 1);
        BoardPort port = BoardPort.numato("eyes", twin.port(), 16)) {
      twin.wireInput(11, led);
      Sensor sensor = port.notified("eyes", 16, false);
      sensor.watch(11, samples);
      RelayBoard presses = port.relays("presses", 16, new Moves());

      assertThat(samples.becomes(false)).isTrue();
      for (int i = 0; i < 20; i++) {
        led.set(i % 2 == 0);
        assertThat(presses.close(0).verified()).isTrue();
        assertThat(samples.becomes(i % 2 == 0)).isTrue();
        assertThat(presses.open(0).verified()).isTrue();
      }
      assertThat(samples.all()).extracting(Samples.Sample::nanos).isSorted();
      assertThat(sensor.sampleInterval()).isEqualTo(ofMillis(16));
    }
  }

  @Test
  void a_flash_that_is_over_before_the_inputs_are_read_is_seen_in_the_notices() throws Exception {
    Script script =
        Script.text()
            .answer("\r", "\n\r>")
            .answer("gpio notify on\r", ENABLED)
            .answer(
                "gpio readall\r",
                all("0000"),
                all("0000") + "# 0002 0000 FFFF\n\r# 0000 0002 FFFF\n\r",
                all("0000"));
    try (VirtualPort device = VirtualPort.plug("numato", link, 0, script);
        BoardPort port = BoardPort.numato("eyes", device.path(), 16)) {
      Samples inverted = new Samples();
      Sensor eyes = port.notified("eyes", 16, false);
      eyes.watch(1, samples);
      eyes.watch(2, inverted);

      assertThat(samples.await(NumatoNotifyTest::litAndDarkAgain))
          .extracting(Samples.Sample::lit)
          .containsSequence(false, true, false);
      assertThat(inverted.all()).extracting(Samples.Sample::lit).doesNotContain(true);
    }
  }

  private static boolean litAndDarkAgain(List<Samples.Sample> seen) {
    return seen.stream().anyMatch(Samples.Sample::lit) && !seen.get(seen.size() - 1).lit();
  }

  @Test
  void a_notice_of_what_was_read_already_is_no_second_change() throws Exception {
    Script script =
        Script.text()
            .answer("\r", "\n\r>")
            .answer("gpio notify on\r", ENABLED)
            .answer(
                "gpio readall\r",
                all("0000"),
                "gpio readall\n\r00# 0002 0000 FFFF02\n\r>",
                all("0002"),
                all("0002") + "# 0002 0000 FFFF\n\r",
                all("0002"));
    try (VirtualPort device = VirtualPort.plug("numato", link, 0, script);
        BoardPort port = BoardPort.numato("eyes", device.path(), 16)) {
      port.notified("eyes", 16, false).watch(1, samples);

      List<Samples.Sample> seen = samples.await(s -> s.size() > 12);
      assertThat(seen.stream().map(Samples.Sample::lit).distinct().toList())
          .containsExactly(false, true);
      assertThat(seen.subList(4, 12)).extracting(Samples.Sample::lit).containsOnly(true);
    }
  }

  @Test
  void a_module_that_does_not_notify_is_refused_with_what_to_write_instead() {
    try (VirtualBoard twin = VirtualBoard.numato("twin", link, 8, 1);
        BoardPort port = BoardPort.numato("eyes", twin.port())) {
      assertThatThrownBy(() -> port.notified("eyes", 16, false))
          .isInstanceOf(RigException.class)
          .hasMessage(
              """
              eyes declined "gpio notify on": it does not know how to.
                port: %s
                next: write family: numato-gpio for eyes, which asks again and again; modules of 8 channels do not notify"""
                  .formatted(twin.port()));
    }
  }

  @Test
  void a_module_of_another_size_and_a_silent_one_are_said() throws Exception {
    try (VirtualBoard twin = VirtualBoard.numato("twin", link, 16, 1);
        BoardPort port = BoardPort.numato("eyes", twin.port(), 16)) {
      twin.misbehave(Faults.none().withSilence());
      assertThatThrownBy(() -> port.notified("eyes", 16, false))
          .hasMessage(
              RigException.silent("eyes", twin.port(), "gpio notify on", ofMillis(500))
                  .getMessage());

      twin.misbehave(Faults.none());
      port.notified("eyes", 32, false).watch(0, samples);
      assertThat(samples.why())
          .hasMessageStartingWith("eyes answered \"gpio readall\" with something else.")
          .hasMessageContaining("expected: 8 digits in hexadecimal");
    }
  }

  @Test
  void a_family_without_is_said() {
    try (VirtualBoard twin = VirtualBoard.lcus("twin", link, 2);
        BoardPort port = BoardPort.lcus("presses", twin.port(), LcusOptions.defaults())) {
      assertThatThrownBy(() -> port.notified("eyes", 16, false))
          .isInstanceOf(UnsupportedOperationException.class)
          .hasMessage("eyes does not notify.");
    }
  }
}
