package io.kitproof.boards.family;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kitproof.boards.RigException;
import io.kitproof.boards.sensor.Sensor;
import io.kitproof.boards.sensor.Threshold;
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
final class SensorFamiliesTest {
  private static final Threshold HALF = new Threshold(500, 300);

  private final Net led = new Net("LED1", false);
  private final Samples samples = new Samples();
  private final Path link;

  SensorFamiliesTest(@TempDir Path dir) {
    this.link = dir.resolve("board");
  }

  @Test
  void an_analogue_input_follows_the_led() throws Exception {
    try (VirtualBoard twin = VirtualBoard.numato("twin", link, 8, 1);
        BoardPort port = BoardPort.numato("eyes", twin.port())) {
      twin.wireInput(2, led);
      Sensor sensor = port.adc("eyes", HALF);
      sensor.watch(2, samples);

      assertThat(samples.becomes(false)).isTrue();
      long before = System.nanoTime();
      led.set(true);
      assertThat(samples.becomes(true)).isTrue();

      List<Samples.Sample> all = samples.all();
      assertThat(all).extracting(Samples.Sample::channel).containsOnly(2);
      assertThat(all).extracting(Samples.Sample::nanos).isSorted();
      assertThat(all.get(all.size() - 1).nanos()).isBetween(before, System.nanoTime());
      assertThat(sensor.name()).isEqualTo("eyes");
    }
  }

  @Test
  void counts_between_the_thresholds_change_nothing() throws Exception {
    Script script =
        Script.text()
            .answer("\r", "\n\r>")
            .answer("adc read 0\r", adc(299), adc(499), adc(500), adc(301), adc(300), adc(499));
    try (VirtualPort device = VirtualPort.plug("numato", link, 0, script);
        BoardPort port = BoardPort.numato("eyes", device.path())) {
      port.adc("eyes", HALF).watch(0, samples);

      assertThat(samples.await(s -> s.size() >= 6).subList(0, 6))
          .extracting(Samples.Sample::lit)
          .containsExactly(false, false, true, true, false, false);
    }
  }

  @Test
  void one_wrong_answer_is_survived_and_two_in_a_row_end_it() throws Exception {
    Script script =
        Script.text()
            .answer("\r", "\n\r>")
            .answer("adc read 0\r", adc(1024), adc(600), "adc read 0\n\rred\n\r>");
    try (VirtualPort device = VirtualPort.plug("numato", link, 0, script);
        BoardPort port = BoardPort.numato("eyes", device.path())) {
      port.adc("eyes", HALF).watch(0, samples);

      assertThat(samples.why())
          .hasMessage(
              RigException.garbled(
                      "eyes",
                      device.path(),
                      "adc read 0",
                      "a count from 0 to 1023",
                      "\"adc read 0\\n\\rred\\n\\r>\"")
                  .getMessage());
      assertThat(samples.all()).hasSize(1);
    }
  }

  @Test
  void digital_inputs_may_be_active_low() throws Exception {
    try (VirtualBoard twin = VirtualBoard.numato("twin", link, 8, 1);
        BoardPort port = BoardPort.numato("eyes", twin.port())) {
      twin.wireInput(0, led);
      Samples inverted = new Samples();
      port.inputs("eyes", false).watch(0, samples);
      port.inputs("inverted", true).watch(0, inverted);

      assertThat(samples.becomes(false)).isTrue();
      assertThat(inverted.becomes(true)).isTrue();
      led.set(true);
      assertThat(samples.becomes(true)).isTrue();
      assertThat(inverted.becomes(false)).isTrue();
    }
  }

  @Test
  void discrete_inputs_of_modbus_follow_the_led() throws Exception {
    try (VirtualBoard twin = VirtualBoard.modbus("twin", link, 8, 115200, 1);
        BoardPort port = BoardPort.modbus("eyes", twin.port(), 115200, 1)) {
      twin.wireInput(7, led);
      Samples other = new Samples();
      Sensor sensor = port.inputs("eyes", false);
      sensor.watch(7, samples);
      sensor.watch(0, other);

      assertThat(samples.becomes(false)).isTrue();
      led.set(true);
      assertThat(samples.becomes(true)).isTrue();
      assertThat(other.becomes(false)).isTrue();
    }
  }

  @Test
  void the_promised_gap_counts_all_that_shares_the_port() {
    try (VirtualBoard twin = VirtualBoard.numato("twin", link, 8, 1);
        BoardPort port = BoardPort.numato("board", twin.port())) {
      Sensor adc = port.adc("eyes", HALF);
      assertThat(adc.sampleInterval()).isEqualTo(ofMillis(4));

      adc.watch(0, samples);
      adc.watch(1, new Samples());
      assertThat(adc.sampleInterval()).isEqualTo(ofMillis(8));

      port.inputs("more eyes", false).watch(5, new Samples());
      assertThat(adc.sampleInterval()).isEqualTo(ofMillis(12));

      port.relays("presses", 8, new Moves()).close();
      assertThat(adc.sampleInterval()).isEqualTo(ofMillis(20));
    }
  }

  @Test
  void the_promised_gap_of_modbus_follows_from_the_rate() {
    try (VirtualBoard twin = VirtualBoard.modbus("twin", link, 8, 9600, 1)) {
      try (BoardPort port = BoardPort.modbus("eyes", twin.port(), 9600, 1)) {
        assertThat(port.inputs("eyes", false).sampleInterval()).isEqualTo(ofMillis(23));
      }
      try (BoardPort port = BoardPort.modbus("eyes", twin.port(), 115200, 1)) {
        assertThat(port.inputs("eyes", false).sampleInterval()).isEqualTo(ofMillis(5));
      }
    }
  }

  @Test
  void an_unplugged_sensor_is_lost_once() throws Exception {
    try (VirtualBoard twin = VirtualBoard.numato("twin", link, 8, 1);
        BoardPort port = BoardPort.numato("eyes", twin.port())) {
      port.adc("eyes", HALF).watch(3, samples);
      assertThat(samples.becomes(false)).isTrue();

      twin.unplug();

      assertThat(samples.why())
          .hasMessage(RigException.unplugged("eyes", twin.port(), "\"adc read 3\"").getMessage());
    }
  }

  @Test
  void a_silent_board_is_lost_with_the_command_and_the_deadline() throws Exception {
    try (VirtualBoard twin = VirtualBoard.modbus("twin", link, 8, 115200, 1);
        BoardPort port = BoardPort.modbus("eyes", twin.port(), 115200, 1)) {
      twin.misbehave(Faults.none().withSilence());
      port.inputs("eyes", false).watch(0, samples);

      assertThat(samples.why())
          .hasMessage(
              RigException.silent(
                      "eyes", twin.port(), "read inputs (01 02 00 00 00 08 79 CC)", ofMillis(500))
                  .getMessage());
    }
  }

  @Test
  void nothing_is_heard_of_a_closed_sensor() throws Exception {
    try (VirtualBoard twin = VirtualBoard.numato("twin", link, 8, 1);
        BoardPort port = BoardPort.numato("eyes", twin.port())) {
      Sensor sensor = port.adc("eyes", HALF);
      sensor.watch(0, samples);
      assertThat(samples.becomes(false)).isTrue();

      sensor.close();
      sensor.close();

      assertThat(Thread.getAllStackTraces().keySet())
          .extracting(Thread::getName)
          .doesNotContain("kitproof-sensor-eyes");
      assertThatThrownBy(() -> sensor.watch(1, samples))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("eyes is closed.");
    }
  }

  @Test
  void a_port_that_does_not_prompt_is_given_back() {
    try (VirtualBoard twin = VirtualBoard.numato("twin", link, 8, 1)) {
      twin.misbehave(Faults.none().withSilence());
      assertThatThrownBy(() -> BoardPort.numato("eyes", twin.port()))
          .hasMessage(
              RigException.silent("eyes", twin.port(), "an empty line", ofMillis(500))
                  .getMessage());

      twin.misbehave(Faults.none());
      BoardPort.numato("eyes", twin.port()).close();
    }
  }

  private static String adc(int count) {
    return "adc read 0\n\r" + count + "\n\r>";
  }
}
