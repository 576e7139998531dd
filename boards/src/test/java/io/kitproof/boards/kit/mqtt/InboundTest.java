package io.kitproof.boards.kit.mqtt;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboundTest {
  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static byte[] publish(int payload) {
    byte[] frame = Frames.publish(new Message("t", new byte[payload], 0, false), 0);
    return frame;
  }

  @Test
  void reads_a_publish() {
    byte[] frame =
        Frames.publish(new Message("abc/bulb", "LIGHT ON".getBytes(US_ASCII), 1, true), 5);

    Inbound.Publication read = Inbound.first(frame).orElseThrow().publication().orElseThrow();

    assertThat(read.topic()).isEqualTo("abc/bulb");
    assertThat(new String(read.payload(), US_ASCII)).isEqualTo("LIGHT ON");
    assertThat(read.qos()).isEqualTo(1);
    assertThat(read.id()).isEqualTo(5);
  }

  @Test
  void reads_only_the_first_packet_of_a_segment() {
    Inbound first = Inbound.first(bytes("40020001" + "40020002")).orElseThrow();

    assertThat(first.type()).isEqualTo(PacketType.PUBACK);
    assertThat(first.id()).isEqualTo(1);
    assertThat(first.body()).hasSize(2);
  }

  @Test
  void drops_what_is_longer_than_a_segment() {
    byte[] fits = publish(1460 - 6);
    byte[] tooLong = publish(1460 - 5);

    assertThat(fits).hasSize(1460);
    assertThat(Inbound.first(fits)).isPresent();
    assertThat(tooLong).hasSize(1461);
    assertThat(Inbound.first(tooLong)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "d0", "400200", "30ff", "30ffffffff01", "f000", "500200"})
  void drops_what_is_no_whole_packet_of_a_broker(String hex) {
    assertThat(Inbound.first(bytes(hex))).isEmpty();
  }

  @Test
  void a_publish_that_is_cut_off_says_nothing() {
    byte[] frame = bytes("3003" + "0008" + "61");

    assertThat(Inbound.first(frame).orElseThrow().publication()).isEmpty();
    assertThat(Inbound.first(Arrays.copyOf(frame, 4))).isEmpty();
  }
}
