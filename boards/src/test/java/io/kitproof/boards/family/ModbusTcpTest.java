package io.kitproof.boards.family;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kitproof.boards.RigException;
import io.kitproof.boards.net.ServerAddress;
import io.kitproof.boards.relay.RelayBoard;
import io.kitproof.boards.sensor.Sensor;
import io.kitproof.boards.virtual.Faults;
import io.kitproof.boards.virtual.Net;
import io.kitproof.boards.virtual.VirtualModbusServer;
import io.kitproof.boards.wire.ModbusDialect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A Modbus board on the network, as its user has it. */
final class ModbusTcpTest {
  private final Moves moves = new Moves();
  private final VirtualModbusServer twin = VirtualModbusServer.start("twin", 8, 1, ModbusDialect.A);

  @AfterEach
  void close() {
    twin.close();
  }

  private BoardPort open() {
    ServerAddress server = ServerAddress.parse(twin.url()).orElseThrow();
    return BoardPort.modbusTcp("presses", server, 1, ModbusDialect.A);
  }

  @Test
  void coils_are_written_and_read_back_with_a_number_on_each_request() {
    try (BoardPort port = open()) {
      RelayBoard board = port.relays("presses", 8, moves);

      assertThat(board.close(0).verified()).isTrue();
      assertThat(twin.closed(0)).isTrue();
      assertThat(board.pulse(0, ofMillis(200)).boardTimed()).isTrue();
      assertThat(twin.closed(0)).isFalse();

      assertThat(twin.heard())
          .startsWith(
              "00 01 00 00 00 08 01 0F 00 00 00 08 01 00",
              "00 02 00 00 00 06 01 01 00 00 00 08",
              "00 03 00 00 00 06 01 01 00 00 00 08",
              "00 04 00 00 00 06 01 05 00 00 FF 00",
              "00 05 00 00 00 06 01 01 00 00 00 08",
              "00 06 00 00 00 06 01 05 02 00 00 02");
    }
  }

  @Test
  void a_board_is_asked_for_contacts_and_inputs_and_moves_none() {
    try (BoardPort port = open()) {
      port.ask("presses", 8, false);
      port.ask("eyes", 8, true);

      assertThat(twin.heard())
          .containsExactly(
              "00 01 00 00 00 06 01 01 00 00 00 08", "00 02 00 00 00 06 01 02 00 00 00 08");
      assertThatThrownBy(() -> port.beside(2, ModbusDialect.C).ask("second", 8, false))
          .isInstanceOf(RigException.class)
          .hasMessageStartingWith(
              "second did not answer \"read contact 0 (00 03 00 00 00 06 02 03 ");
    }
  }

  @Test
  void inputs_are_sampled() throws Exception {
    Net led = new Net("LED1", false);
    twin.wireInput(2, led);
    Samples samples = new Samples();
    try (BoardPort port = open()) {
      Sensor sensor = port.inputs("eyes", false);
      sensor.watch(2, samples);
      boolean dark = samples.becomes(false);

      led.set(true);

      assertThat(dark).isTrue();
      assertThat(samples.becomes(true)).isTrue();
    }
  }

  @Test
  void a_late_answer_is_passed_over() {
    try (BoardPort port = open()) {
      RelayBoard board = port.relays("presses", 8, moves);
      twin.misbehave(Faults.none().withDelay(ofMillis(600)));
      assertThatThrownBy(() -> board.closed(0))
          .isInstanceOf(RigException.class)
          .hasMessageStartingWith("presses did not answer \"read coils (00 04 00 00 00 06 01 01");
      twin.misbehave(Faults.none().withDelay(ofMillis(300)));

      assertThat(board.close(5).verified()).isTrue();
    }
  }

  @Test
  void a_silent_board_is_named_with_its_address() {
    try (BoardPort port = open()) {
      twin.misbehave(Faults.none().withSilence());

      assertThatThrownBy(() -> port.relays("presses", 8, moves))
          .isInstanceOf(RigException.class)
          .hasMessage(
              """
              presses did not answer "write all coils off (00 01 00 00 00 08 01 0F 00 00 00 08 01 00)" within 500 ms.
                port: %s
                seen: nothing
                next: check that presses is at %s, that it has power, its settings, and that nobody else is connected to it"""
                  .formatted(twin.url(), twin.url()));
    }
  }

  @Test
  void an_answer_with_a_wrong_header_is_shown() {
    try (BoardPort port = open()) {
      twin.misbehave(Faults.none().withGarble(1));

      assertThatThrownBy(() -> port.relays("presses", 8, moves))
          .isInstanceOf(RigException.class)
          .hasMessageContaining("seen: 00 01 01 00 00 06 01 0F 00 00 00 08");
    }
  }

  @Test
  void a_connection_that_breaks_in_an_answer_is_said_with_the_command() {
    BoardPort port = open();
    twin.breakAnswers();

    assertThatThrownBy(() -> port.relays("presses", 8, moves))
        .isInstanceOf(RigException.class)
        .hasMessage(
            """
            presses was cut off during "write all coils off (00 01 00 00 00 08 01 0F 00 00 00 08 01 00)".
              port: %s
              next: check the network, and the power of what serves %s, then run again"""
                .formatted(twin.url(), twin.url()));
    port.close();
  }

  @Test
  void nobody_there_is_said() {
    twin.close();

    assertThatThrownBy(this::open)
        .isInstanceOf(RigException.class)
        .hasMessageStartingWith("presses can't be reached at " + twin.url());
  }
}
