package io.kitproof.boards.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Golden vectors: the page of protocol 2.5 and StandardFirmata.ino. */
final class FirmataMessageTest {
  private static List<FirmataMessage> heard(String hex) {
    return new FirmataDecoder().hear(HexFormat.ofDelimiter(" ").parseHex(hex));
  }

  @Test
  void commands_are_those_of_the_protocol() {
    assertThat(FirmataMessage.askFirmware()).hasToString("F0 79 F7");
    assertThat(FirmataMessage.version()).hasToString("F9 02 05");
    assertThat(FirmataMessage.firmware("Ab")).hasToString("F0 79 02 05 41 00 62 00 F7");
    assertThat(FirmataMessage.mode(8, FirmataMessage.OUTPUT)).hasToString("F4 08 01");
    assertThat(FirmataMessage.mode(2, FirmataMessage.INPUT)).hasToString("F4 02 00");
    assertThat(FirmataMessage.set(8, true)).hasToString("F5 08 01");
    assertThat(FirmataMessage.set(8, false)).hasToString("F5 08 00");
    assertThat(FirmataMessage.reportPort(1)).hasToString("D1 01");
    assertThat(FirmataMessage.reportAnalog(3)).hasToString("C3 01");
    assertThat(FirmataMessage.interval(5)).hasToString("F0 7A 05 00 F7");
    assertThat(FirmataMessage.interval(200)).hasToString("F0 7A 48 01 F7");
    assertThat(FirmataMessage.askState(8)).hasToString("F0 6D 08 F7");
    assertThat(FirmataMessage.state(8, 1, true)).hasToString("F0 6E 08 01 01 F7");
    assertThat(FirmataMessage.port(1, 0x81)).hasToString("91 01 01");
    assertThat(FirmataMessage.analog(2, 800)).hasToString("E2 20 06");
  }

  @Test
  void messages_are_cut_out_of_noise_and_pieces() {
    FirmataDecoder decoder = new FirmataDecoder();

    assertThat(decoder.hear(new byte[] {0x12, (byte) 0x91, 0x04})).isEmpty();
    assertThat(decoder.hear(new byte[] {0x01, 0x55})).hasToString("[91 04 01]");
    assertThat(heard("F0 6E 08 E2 20 06 F9 02 05")).hasToString("[E2 20 06, F9 02 05]");
    assertThat(heard("F7 F7 D0 01")).hasToString("[D0 01]");
  }

  @Test
  void what_never_ends_is_dropped() {
    byte[] endless = new byte[2000];
    endless[0] = (byte) 0xF0;
    FirmataDecoder decoder = new FirmataDecoder();

    assertThat(decoder.hear(endless)).isEmpty();
    assertThat(decoder.hear(new byte[] {(byte) 0xF9, 2, 5})).hasToString("[F9 02 05]");
  }

  @Test
  void a_report_tells_its_port_and_eight_levels() {
    FirmataMessage report = heard("91 04 01").get(0);

    assertThat(report.isPort()).isTrue();
    assertThat(report.isAnalog()).isFalse();
    assertThat(report.number()).isEqualTo(1);
    assertThat(report.value()).isEqualTo(0x84);
  }

  @Test
  void a_state_tells_mode_and_level_of_its_pin_only() {
    FirmataMessage state = heard("F0 6E 08 01 01 F7").get(0);

    assertThat(state.isStateOf(8)).isTrue();
    assertThat(state.isStateOf(9)).isFalse();
    assertThat(state.mode()).isEqualTo(FirmataMessage.OUTPUT);
    assertThat(state.on()).isTrue();
    assertThat(heard("F0 6E 08 01 00 F7").get(0).on()).isFalse();
  }

  @Test
  void a_question_for_the_name_is_no_answer() {
    assertThat(heard("F0 79 F7").get(0).isFirmware()).isFalse();
    assertThat(heard("F0 79 F7").get(0).asksFirmware()).isTrue();
    assertThat(heard("F0 79 02 05 41 00 F7").get(0).isFirmware()).isTrue();
  }
}
