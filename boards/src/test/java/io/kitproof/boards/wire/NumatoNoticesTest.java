package io.kitproof.boards.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Golden vectors: numato-gpio. */
final class NumatoNoticesTest {
  private static final String OF_64 = "# 0000000000000001 0000000000000000 FFFFFFFFFFFFFFFF";
  private static final String REPLY = "gpio read 0\n\r1\n\r>";

  private final NumatoNotices notices = new NumatoNotices();
  private final List<Long> changed = new ArrayList<>();

  private String strip(String text) {
    return new String(notices.strip(text.getBytes(ISO_8859_1), changed::add), ISO_8859_1);
  }

  @Test
  void a_notice_tells_what_differs_whichever_state_is_the_new_one() {
    assertThat(strip(OF_64 + "\n\r")).isEqualTo("\n\r");
    assertThat(strip("# 0000 8001 FFFF")).isEmpty();
    assertThat(strip("# FFFFFFFF 7FFFFFFF FFFFFFFF")).isEmpty();

    assertThat(changed).containsExactly(1L, 0x8001L, 0x80000000L);
  }

  @Test
  void it_may_come_between_any_two_bytes_of_a_reply() {
    for (int at = 0; at <= REPLY.length(); at++) {
      assertThat(strip(REPLY.substring(0, at) + OF_64 + REPLY.substring(at))).isEqualTo(REPLY);
    }

    assertThat(changed).hasSize(REPLY.length() + 1).containsOnly(1L);
  }

  @Test
  void it_may_come_byte_by_byte() {
    StringBuilder rest = new StringBuilder();
    for (char c : (">" + OF_64 + ">").toCharArray()) {
      rest.append(strip(String.valueOf(c)));
    }

    assertThat(rest).hasToString(">>");
    assertThat(changed).containsExactly(1L);
  }

  @Test
  void what_only_begins_like_one_is_left_in_place() {
    assertThat(strip("#1 is red # 00 00 xx>")).isEqualTo("#1 is red # 00 00 xx>");
    assertThat(strip("# 0000 00001 FFFF >")).startsWith("# 0000 00001 FFFF");
    assertThat(changed).isEmpty();
  }

  @Test
  void it_is_written_four_channels_a_digit() {
    assertThat(NumatoNotices.text(1, 0, 64)).isEqualTo(OF_64);
    assertThat(NumatoNotices.text(0x8000, 0x8001, 16)).isEqualTo("# 8000 8001 FFFF");
  }
}
