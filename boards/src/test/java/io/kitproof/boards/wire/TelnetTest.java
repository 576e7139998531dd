package io.kitproof.boards.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.boards.wire.ComPort.Setting;
import io.kitproof.boards.wire.Telnet.Data;
import io.kitproof.boards.wire.Telnet.Item;
import io.kitproof.boards.wire.Telnet.Option;
import io.kitproof.boards.wire.Telnet.Sub;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes as RFC 854, 855, 856 and 2217 have them. */
final class TelnetTest {
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

  private static byte[] hex(String text) {
    return HEX.parseHex(text);
  }

  @Test
  void options_are_three_bytes() {
    assertThat(Telnet.option(Telnet.WILL, ComPort.OPTION)).isEqualTo(hex("FF FB 2C"));
    assertThat(Telnet.option(Telnet.DO, Telnet.BINARY)).isEqualTo(hex("FF FD 00"));
    assertThat(Telnet.option(Telnet.DONT, 1)).isEqualTo(hex("FF FE 01"));
    assertThat(Telnet.option(Telnet.WONT, Telnet.SUPPRESS_GO_AHEAD)).isEqualTo(hex("FF FC 03"));
  }

  @ParameterizedTest
  @CsvSource({
    "BAUD_RATE, 115200, FF FA 2C 01 00 01 C2 00 FF F0, FF FA 2C 65 00 01 C2 00 FF F0",
    "BAUD_RATE, 9600, FF FA 2C 01 00 00 25 80 FF F0, FF FA 2C 65 00 00 25 80 FF F0",
    "BAUD_RATE, 65280, FF FA 2C 01 00 00 FF FF 00 FF F0, FF FA 2C 65 00 00 FF FF 00 FF F0",
    "DATA_SIZE, 8, FF FA 2C 02 08 FF F0, FF FA 2C 66 08 FF F0",
    "PARITY, 1, FF FA 2C 03 01 FF F0, FF FA 2C 67 01 FF F0",
    "STOP_SIZE, 1, FF FA 2C 04 01 FF F0, FF FA 2C 68 01 FF F0",
    "CONTROL, 1, FF FA 2C 05 01 FF F0, FF FA 2C 69 01 FF F0",
    "PURGE, 3, FF FA 2C 0C 03 FF F0, FF FA 2C 70 03 FF F0"
  })
  void settings_and_their_answers_are_as_the_rfc_has_them(
      Setting setting, long value, String asked, String answered) {
    ComPort set = ComPort.set(setting, value);

    assertThat(set.bytes()).isEqualTo(hex(asked));
    assertThat(set.answered(value).bytes()).isEqualTo(hex(answered));
    assertThat(new Telnet().read(hex(answered)))
        .singleElement()
        .satisfies(item -> assertThat(ComPort.parse((Sub) item)).contains(set.answered(value)));
  }

  @Test
  void every_byte_value_passes_both_ways() {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }

    byte[] sent = Telnet.data(all);

    assertThat(sent).hasSize(257).endsWith(hex("FE FF FF"));
    assertThat(new Telnet().read(sent))
        .singleElement()
        .satisfies(item -> assertThat(((Data) item).bytes()).isEqualTo(all));
  }

  @Test
  void what_comes_cut_anywhere_is_read_the_same() {
    byte[] whole = hex("41 FF FB 2C 42 FF FF FF FA 2C 65 00 00 FF FF 00 FF F0 FF F1 43");
    for (int cut = 0; cut < whole.length; cut++) {
      Telnet telnet = new Telnet();
      List<Item> items = new ArrayList<>(telnet.read(Arrays.copyOfRange(whole, 0, cut)));
      items.addAll(telnet.read(Arrays.copyOfRange(whole, cut, whole.length)));

      StringBuilder data = new StringBuilder();
      List<Item> rest = new ArrayList<>();
      for (Item item : items) {
        if (item instanceof Data more) {
          data.append(HEX.formatHex(more.bytes())).append(' ');
        } else {
          rest.add(item);
        }
      }
      assertThat(data.toString().strip()).isEqualTo("41 42 FF 43");
      assertThat(rest).hasSize(2).first().isEqualTo(new Option(Telnet.WILL, ComPort.OPTION));
      assertThat(ComPort.parse((Sub) rest.get(1)))
          .contains(ComPort.set(Setting.BAUD_RATE, 65_280).answered(65_280));
    }
  }

  @Test
  void an_endless_subnegotiation_is_cut_and_others_are_not_ours() {
    byte[] endless = new byte[10_000];
    Telnet telnet = new Telnet();
    assertThat(telnet.read(hex("FF FA 2C"))).isEmpty();
    assertThat(telnet.read(endless)).isEmpty();

    assertThat(telnet.read(hex("FF F0")))
        .singleElement()
        .satisfies(item -> assertThat(((Sub) item).content()).hasSize(255));
    assertThat(ComPort.parse(new Sub(24, hex("01")))).isEmpty();
    assertThat(ComPort.parse(new Sub(ComPort.OPTION, hex("6B 00")))).isEmpty();
    assertThat(ComPort.parse(new Sub(ComPort.OPTION, hex("65 00 01")))).isEmpty();
  }
}
