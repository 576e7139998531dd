package io.kitproof.boards.kit.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SegmentsTest {
  private static final String HEADER = "POST / HTTP/1.1\r\n\r\n";

  private static byte[] read(int headerBytes, int bodyBytes) {
    String padding = "x".repeat(headerBytes - HEADER.length());
    String header = HEADER.replace("/ ", "/" + padding + " ");
    return (header + "b".repeat(bodyBytes)).getBytes(ISO_8859_1);
  }

  @Test
  void what_fits_into_a_packet_is_one() {
    byte[] read = read(436, 1024);

    assertThat(Segments.of(read)).containsExactly(read);
  }

  @Test
  void a_header_and_a_body_too_long_for_one_packet_are_two() {
    assertThat(Segments.of(read(437, 1024))).extracting(s -> s.length).containsExactly(437, 1024);
  }

  @Test
  void a_body_too_long_for_a_packet_is_cut_as_on_the_way_to_a_kit() {
    assertThat(Segments.of(read(100, 1461))).extracting(s -> s.length).containsExactly(1460, 101);
  }

  @Test
  void what_has_no_header_is_cut_too() {
    assertThat(Segments.of(new byte[2921]))
        .extracting(s -> s.length)
        .containsExactly(1460, 1460, 1);
  }
}
