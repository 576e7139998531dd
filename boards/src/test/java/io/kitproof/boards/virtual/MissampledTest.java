package io.kitproof.boards.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class MissampledTest {
  private static String read(String hex, int sender, int receiver) {
    byte[] sent = HexFormat.of().withUpperCase().parseHex(hex);
    return HexFormat.of().withUpperCase().formatHex(Missampled.read(sent, sender, receiver));
  }

  @Test
  void the_same_rate_reads_what_was_sent() {
    assertThat(read("A00101A2FF005500", 9600, 9600)).isEqualTo("A00101A2FF005500");
  }

  @Test
  void a_receiver_copes_with_three_percent() {
    assertThat(read("A00101A2FF005500", 9600, 9700)).isEqualTo("A00101A2FF005500");
    assertThat(Missampled.near(115200, 112000)).isTrue();
    assertThat(Missampled.near(115200, 111000)).isFalse();
  }

  @Test
  void a_slow_receiver_does_not_see_a_fast_start_bit() {
    assertThat(read("FFFFFFFF", 115200, 9600)).isEmpty();
  }

  @Test
  void a_fast_receiver_takes_each_fall_of_the_line_for_a_byte() {
    assertThat(read("FF", 9600, 115200)).isEqualTo("00");
    assertThat(read("F0", 9600, 115200)).isEqualTo("00");
    assertThat(read("55", 9600, 115200)).isEqualTo("0000000000");
  }

  @Test
  void text_becomes_garbage_that_is_the_same_each_time() {
    byte[] text = "CH1: OFF\r\nCH2: ON\r\n".getBytes(StandardCharsets.US_ASCII);

    byte[] once = Missampled.read(text, 9600, 57600);

    assertThat(once).isNotEmpty().isEqualTo(Missampled.read(text, 9600, 57600));
    assertThat(new String(once, StandardCharsets.US_ASCII)).doesNotContain("CH");
  }
}
