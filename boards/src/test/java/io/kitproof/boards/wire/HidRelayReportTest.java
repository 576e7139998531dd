package io.kitproof.boards.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Golden vectors: sigrok's driver and usbrelay. */
final class HidRelayReportTest {
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

  @Test
  void reports_that_move_are_eight_bytes_and_count_from_one() {
    assertThat(HEX.formatHex(HidRelayReport.move(0, true))).isEqualTo("FF 01 00 00 00 00 00 00");
    assertThat(HEX.formatHex(HidRelayReport.move(7, true))).isEqualTo("FF 08 00 00 00 00 00 00");
    assertThat(HEX.formatHex(HidRelayReport.move(1, false))).isEqualTo("FD 02 00 00 00 00 00 00");
    assertThat(HEX.formatHex(HidRelayReport.openAll())).isEqualTo("FC 00 00 00 00 00 00 00");
  }

  @Test
  void a_board_tells_serial_and_positions() {
    byte[] told = HEX.parseHex("42 49 54 46 54 00 00 81");
    BitSet closed = new BitSet();
    closed.set(0);
    closed.set(7);

    assertThat(HidRelayReport.parse(told)).contains(new HidRelayReport("BITFT", closed));
    assertThat(new HidRelayReport("BITFT", closed).bytes()).isEqualTo(told);
    assertThat(HidRelayReport.parse(new byte[7])).isEmpty();
  }

  @Test
  void only_its_name_tells_it_from_other_gadgets_and_how_many_contacts_it_has() {
    assertThat(HidRelayReport.contacts("USBRelay2")).hasValue(2);
    assertThat(HidRelayReport.contacts("USBRelay8")).hasValue(8);
    assertThat(HidRelayReport.contacts("USBasp")).isEmpty();
    assertThat(HidRelayReport.contacts("USBRelay0")).isEmpty();
  }
}
