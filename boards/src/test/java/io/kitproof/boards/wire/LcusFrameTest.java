package io.kitproof.boards.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LcusFrameTest {
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

  @ParameterizedTest
  @CsvSource({
    "0, true,  A0 01 01 A2",
    "0, false, A0 01 00 A1",
    "1, true,  A0 02 01 A3",
    "1, false, A0 02 00 A2",
    "3, true,  A0 04 01 A5",
    "7, false, A0 08 00 A8"
  })
  void published_frames_are_written_and_read(int channel, boolean closed, String bytes) {
    LcusFrame frame = new LcusFrame(channel, closed);

    assertThat(HEX.formatHex(frame.bytes())).isEqualTo(bytes);
    assertThat(LcusFrame.parse(HEX.parseHex(bytes), 0)).contains(frame);
  }

  @ParameterizedTest
  @CsvSource({"A0 01 01 A3", "A0 01 01", "A1 01 01 A3", "A0 00 01 A1", "A0 01 02 A3"})
  void anything_else_is_no_frame(String bytes) {
    assertThat(LcusFrame.parse(HEX.parseHex(bytes), 0)).isEmpty();
  }

  @Test
  void a_frame_is_found_behind_other_bytes() {
    byte[] bytes = HEX.parseHex("FF 00 A0 02 01 A3");

    assertThat(LcusFrame.parse(bytes, 2)).contains(new LcusFrame(1, true));
  }

  @Test
  void a_channel_that_does_not_fit_on_the_wire_is_refused() {
    assertThatThrownBy(() -> new LcusFrame(255, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No LCUS channel 255: they are 0 to 254.");
  }

  @ParameterizedTest
  @CsvSource({"'CH1: OFF\r\nCH2: ON\r\n'", "'CH1:OFF \r\nCH2:ON \r\n'", "'xCH1 : OFFCH2 :ON'"})
  void every_known_spelling_of_the_status_is_read(String text) {
    assertThat(LcusStatus.parse(text.getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo(Map.of(0, false, 1, true));
  }

  @Test
  void a_status_is_written_as_the_4_channel_boards_do() {
    assertThat(new String(LcusStatus.bytes(false, true), StandardCharsets.ISO_8859_1))
        .isEqualTo("CH1: OFF\r\nCH2: ON\r\n");
  }

  @Test
  void raw_bytes_are_no_status() {
    assertThat(LcusStatus.parse(new byte[] {1, 0, 0, 1})).isEmpty();
  }
}
