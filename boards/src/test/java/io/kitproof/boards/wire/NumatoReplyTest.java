package io.kitproof.boards.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumatoReplyTest {
  @ParameterizedTest
  @CsvSource({
    "ver, 00000008, 'ver\n\r00000008\n\r>'",
    "id get, 00000000, 'id get\n\r00000000\n\r>'",
    "relay on 0, '', 'relay on 0\n\r>'",
    "relay off 0, '', 'relay off 0\n\r>'",
    "relay read 0, on, 'relay read 0\n\ron\n\r>'",
    "gpio read 0, 1, 'gpio read 0\n\r1\n\r>'",
    "adc read 0, 512, 'adc read 0\n\r512\n\r>'"
  })
  void published_replies_are_written_and_read(String command, String answer, String reply) {
    NumatoReply expected = new NumatoReply(answer);

    assertThat(ascii(expected.bytes(command))).isEqualTo(reply);
    assertThat(NumatoReply.parse(command, bytes(reply))).contains(expected);
    assertThat(NumatoReply.parse(command, bytes(reply.replace("\n\r", "\r\n")))).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "relay read 0, 'relay read 0\n\ron\n\r'",
    "relay read 0, 'relay raed 0\n\ron\n\r>'",
    "relay read 0, '>'"
  })
  void anything_else_is_no_reply(String command, String reply) {
    assertThat(NumatoReply.parse(command, bytes(reply))).isEmpty();
  }

  @Test
  void a_command_ends_with_a_carriage_return_only() {
    assertThat(ascii(NumatoReply.command("relay on 3"))).isEqualTo("relay on 3\r");
  }

  @ParameterizedTest
  @CsvSource({
    "7, 8, 7",
    "9, 16, 9",
    "10, 16, A",
    "15, 16, F",
    "31, 32, V",
    "3, 64, 03",
    "63, 64, 63"
  })
  void a_channel_is_spelt_by_the_size_of_the_board(int channel, int channels, String token) {
    assertThat(NumatoChannels.token(channel, channels)).isEqualTo(token);
    assertThat(NumatoChannels.channel(token, channels)).hasValue(channel);
  }

  @ParameterizedTest
  @CsvSource({"8, 8", "G, 16", "W, 32", "3, 64", "64, 64", "'', 8", "-, 8", "+1, 64"})
  void a_wrong_token_is_no_channel(String token, int channels) {
    assertThat(NumatoChannels.channel(token, channels)).isEmpty();
  }

  @Test
  void a_channel_the_board_does_not_have_is_refused() {
    assertThatThrownBy(() -> NumatoChannels.token(8, 8))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No channel 8: this board has 0 to 7.");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String ascii(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
