package io.kitproof.boards.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Vectors: Waveshare's Modbus RTU Relay wiki, checksums computed again. */
final class ModbusFrameTest {
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

  @ParameterizedTest
  @CsvSource({
    "5,  00 00 FF 00, 01 05 00 00 FF 00 8C 3A",
    "5,  00 00 00 00, 01 05 00 00 00 00 CD CA",
    "5,  00 00 55 00, 01 05 00 00 55 00 F2 9A",
    "5,  00 FF FF 00, 01 05 00 FF FF 00 BC 0A",
    "5,  00 FF 00 00, 01 05 00 FF 00 00 FD FA",
    "15, 00 00 00 08 01 FF, 01 0F 00 00 00 08 01 FF BE D5",
    "15, 00 00 00 08, 01 0F 00 00 00 08 54 0D",
    "1,  00 00 00 08, 01 01 00 00 00 08 3D CC",
    "1,  01 05, 01 01 01 05 91 8B",
    "2,  00 00 00 08, 01 02 00 00 00 08 79 CC",
    "2,  01 00, 01 02 01 00 A1 88",
    "5,  02 00 00 07, 01 05 02 00 00 07 8D B0",
    "5,  04 00 00 07, 01 05 04 00 00 07 8D 38"
  })
  void published_frames_are_written_and_read(int function, String data, String bytes) {
    ModbusFrame frame = new ModbusFrame(1, function, HEX.parseHex(data));

    assertThat(frame).hasToString(bytes);
    assertThat(ModbusFrame.parse(HEX.parseHex(bytes))).contains(frame);
  }

  @ParameterizedTest
  @ValueSource(strings = {"01 05 00 00 FF 00 8C 3B", "01 05 00", "82 09"})
  void a_wrong_checksum_or_a_stump_is_no_frame(String bytes) {
    assertThat(ModbusFrame.parse(HEX.parseHex(bytes))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01 05 00 00 FF 00 8C 3A",
        "01 0F 00 00 00 08 01 FF BE D5",
        "01 01 00 00 00 08 3D CC",
        "00 03 40 00 00 01 90 1B"
      })
  void the_length_of_a_request_shows_in_its_first_bytes(String bytes) {
    byte[] request = HEX.parseHex(bytes);

    assertThat(ModbusFrame.requestLength(request, 1)).isEmpty();
    assertThat(ModbusFrame.requestLength(request, 7)).hasValue(request.length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01 05 00 00 FF 00 8C 3A",
        "01 0F 00 00 00 08 54 0D",
        "01 01 01 05 91 8B",
        "01 02 01 00 A1 88",
        "01 81 02 C1 91"
      })
  void the_length_of_a_reply_shows_in_its_first_bytes(String bytes) {
    byte[] reply = HEX.parseHex(bytes);

    assertThat(ModbusFrame.replyLength(reply, 1)).isEmpty();
    assertThat(ModbusFrame.replyLength(reply, 3)).hasValue(reply.length);
  }

  @Test
  void a_frame_does_not_change_with_the_array_it_was_made_of() {
    byte[] data = {0, 0, 0, 8};
    ModbusFrame frame = new ModbusFrame(1, 1, data);

    data[3] = 9;
    frame.data()[3] = 9;

    assertThat(frame)
        .hasToString("01 01 00 00 00 08 3D CC")
        .isNotEqualTo(new ModbusFrame(1, 1, data));
  }
}
