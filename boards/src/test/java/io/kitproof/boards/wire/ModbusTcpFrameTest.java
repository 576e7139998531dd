package io.kitproof.boards.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers as Modbus Messaging on TCP/IP 1.0b has them. */
final class ModbusTcpFrameTest {
  private static byte[] hex(String text) {
    return HexFormat.ofDelimiter(" ").parseHex(text);
  }

  @Test
  void a_request_has_a_header_and_no_checksum() {
    ModbusFrame coilOn = new ModbusFrame(1, 5, hex("00 00 FF 00"));

    assertThat(new ModbusTcpFrame(0x1501, coilOn).bytes())
        .isEqualTo(hex("15 01 00 00 00 06 01 05 00 00 FF 00"));
  }

  @Test
  void the_answer_to_a_request_is_found_after_late_answers_to_others() {
    byte[] bytes =
        hex("00 01 00 00 00 04 01 01 01 00 00 02 00 00 00 04 01 01 01 05 00 03 00 00 00 04");

    assertThat(ModbusTcpFrame.find(bytes, bytes.length, 2))
        .map(ModbusTcpFrame::frame)
        .contains(new ModbusFrame(1, 1, hex("01 05")));
    assertThat(ModbusTcpFrame.find(bytes, 19, 2)).isEmpty();
    assertThat(ModbusTcpFrame.find(bytes, bytes.length, 3)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00 01 00 01 00 04 01 01 01 05",
        "00 01 00 00 00 01 01 01 01 05",
        "00 01 00 00 FF FF 01 01 01 05",
        "00 01 00 00 00"
      })
  void a_wrong_header_is_no_frame(String text) {
    byte[] bytes = hex(text);

    assertThat(ModbusTcpFrame.find(bytes, bytes.length, 1)).isEmpty();
  }
}
