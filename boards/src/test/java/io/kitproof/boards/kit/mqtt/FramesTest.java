package io.kitproof.boards.kit.mqtt;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Golden bytes: kits.md 1.1 (CONNECT, PUBLISH), 1.2 (SUBSCRIBE), MQTT 3.1.1 for the rest. */
class FramesTest {
  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static String text(String text) {
    return hex(text.getBytes(US_ASCII));
  }

  private static Message message(String text, int qos, boolean retain) {
    return new Message("abc/bulb", text.getBytes(US_ASCII), qos, retain);
  }

  @Test
  void connect_is_level_4_clean_session_keepalive_5() {
    byte[] connect = Frames.connect(new Hello("wiced_publisher_aws", Duration.ofSeconds(5), true));

    assertThat(hex(connect))
        .isEqualTo(
            "101f"
                + "0004"
                + text("MQTT")
                + "04"
                + "02"
                + "0005"
                + "0013"
                + text("wiced_publisher_aws"));
  }

  @Test
  void publish_at_qos_1_has_an_id_and_no_nul() {
    assertThat(hex(Frames.publish(message("LIGHT OFF", 1, false), 1)))
        .isEqualTo("3215" + "0008" + text("abc/bulb") + "0001" + text("LIGHT OFF"));
  }

  @Test
  void publish_at_qos_0_has_no_id() {
    assertThat(hex(Frames.publish(message("LIGHT ON", 0, false), 7)))
        .isEqualTo("3012" + "0008" + text("abc/bulb") + text("LIGHT ON"));
  }

  @Test
  void retain_is_the_lowest_bit() {
    assertThat(Frames.publish(message("LIGHT ON", 1, true), 1)[0]).isEqualTo((byte) 0x33);
  }

  @Test
  void subscribe_asks_for_qos_0() {
    assertThat(hex(Frames.subscribe("WICED_BULB", 0, 0x0102)))
        .isEqualTo("820f" + "0102" + "000a" + text("WICED_BULB") + "00");
  }

  @Test
  void short_packets() {
    assertThat(hex(Frames.puback(0xABCD))).isEqualTo("4002abcd");
    assertThat(hex(Frames.pingreq())).isEqualTo("c000");
    assertThat(hex(Frames.disconnect())).isEqualTo("e000");
  }

  @Test
  void long_packets_have_a_length_of_two_bytes() {
    byte[] publish = Frames.publish(message("x".repeat(200), 0, false), 0);

    assertThat(hex(publish)).startsWith("30d201" + "0008" + text("abc/bulb"));
  }
}
