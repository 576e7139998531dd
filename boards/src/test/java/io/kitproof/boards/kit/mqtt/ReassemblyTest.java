package io.kitproof.boards.kit.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ReassemblyTest {
  private final Reassembly framing = new Reassembly();

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  @Test
  void packets_may_share_a_segment() throws IOException {
    assertThat(framing.take(bytes("40020001" + "d000" + "40020002")))
        .extracting(Inbound::type)
        .containsExactly(PacketType.PUBACK, PacketType.PINGRESP, PacketType.PUBACK);
  }

  @Test
  void a_packet_may_come_byte_by_byte() throws IOException {
    assertThat(framing.take(bytes("40"))).isEmpty();
    assertThat(framing.take(bytes("02"))).isEmpty();
    assertThat(framing.take(bytes("00"))).isEmpty();

    assertThat(framing.take(bytes("07" + "d0"))).singleElement().matches(p -> p.id() == 7);
    assertThat(framing.take(bytes("00"))).hasSize(1);
  }

  @Test
  void a_packet_may_be_longer_than_a_segment() throws IOException {
    byte[] long4000 = Frames.publish(new Message("t", new byte[4000], 0, false), 0);

    assertThat(framing.take(long4000))
        .singleElement()
        .satisfies(p -> assertThat(p.publication().orElseThrow().payload()).hasSize(4000));
  }

  @Test
  void what_is_no_packet_of_a_broker_is_skipped() throws IOException {
    assertThat(framing.take(bytes("f000" + "40020001"))).hasSize(1);
  }

  @Test
  void a_packet_without_end_is_refused() {
    assertThatIOException()
        .isThrownBy(() -> framing.take(bytes("30ffff7f")))
        .withMessage("a packet of 2097151 bytes");
    assertThatIOException()
        .isThrownBy(() -> new Reassembly().take(bytes("308080808001")))
        .withMessage("a length of more than four bytes");
  }
}
