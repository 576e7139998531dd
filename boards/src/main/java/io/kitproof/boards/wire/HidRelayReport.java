package io.kitproof.boards.wire;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The feature report of a USBRelay board by dcttech: eight bytes, report number 0. Source: sigrok,
 * usbrelay.
 *
 * @param serial five characters; this report is the only place that has them
 * @param closed which contacts are
 */
public record HidRelayReport(String serial, BitSet closed) {
  /** Who made the USB controller of these boards, and of many other gadgets. */
  public static final int VENDOR = 0x16C0;

  /** What it is sold for: any HID device. */
  public static final int PRODUCT = 0x05DF;

  /** Bytes of a report, without its number. */
  public static final int LENGTH = 8;

  private static final Pattern NAME = Pattern.compile("USBRelay([1-8])");
  private static final int SERIAL = 5;

  public HidRelayReport {
    closed = (BitSet) closed.clone();
  }

  @Override
  public BitSet closed() {
    return (BitSet) closed.clone();
  }

  /** The report that moves a contact. */
  public static byte[] move(int channel, boolean close) {
    byte[] report = new byte[LENGTH];
    report[0] = (byte) (close ? 0xFF : 0xFD);
    report[1] = (byte) (channel + 1);
    return report;
  }

  /** The report that opens all contacts. */
  public static byte[] openAll() {
    byte[] report = new byte[LENGTH];
    report[0] = (byte) 0xFC;
    return report;
  }

  /** How many contacts a board of that product name has; empty when it is another gadget. */
  public static OptionalInt contacts(String product) {
    Matcher name = NAME.matcher(product);
    return name.matches() ? OptionalInt.of(Integer.parseInt(name.group(1))) : OptionalInt.empty();
  }

  /** Reads what a board tells; empty when it is too short. */
  public static Optional<HidRelayReport> parse(byte[] report) {
    if (report.length != LENGTH) {
      return Optional.empty();
    }
    String serial = new String(report, 0, SERIAL, StandardCharsets.ISO_8859_1);
    byte[] mask = {report[LENGTH - 1]};
    return Optional.of(new HidRelayReport(serial, BitSet.valueOf(mask)));
  }

  /** What such a board tells. */
  public byte[] bytes() {
    byte[] report = new byte[LENGTH];
    byte[] name = serial.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(name, 0, report, 0, Math.min(SERIAL, name.length));
    byte[] mask = closed.toByteArray();
    report[LENGTH - 1] = mask.length == 0 ? 0 : mask[0];
    return report;
  }
}
