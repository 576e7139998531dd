package io.kitproof.boards.wire;

import java.util.Optional;

/**
 * One command of an LCUS-1/2/4/8 relay board: {@code A0 channel state checksum}, 9600 baud 8N1, no
 * reply. Source: published drivers of the LC Technology boards (jarwyg/USB_RELAY).
 *
 * @param channel 0-based; on the wire it counts from 1
 * @param closed whether the contact closes
 */
public record LcusFrame(int channel, boolean closed) {
  /** Bytes of a frame. */
  public static final int LENGTH = 4;

  /** First byte of every frame. */
  public static final byte START = (byte) 0xA0;

  /** The single byte that asks for the status text, see {@link LcusStatus}. */
  public static final byte STATUS_REQUEST = (byte) 0xFF;

  /** The largest channel that fits on the wire. */
  public static final int LAST_CHANNEL = 0xFE;

  public LcusFrame {
    if (channel < 0 || channel > LAST_CHANNEL) {
      throw new IllegalArgumentException("No LCUS channel " + channel + ": they are 0 to 254.");
    }
  }

  /** The four bytes that command this. */
  public byte[] bytes() {
    byte wireChannel = (byte) (channel + 1);
    byte state = (byte) (closed ? 1 : 0);
    return new byte[] {START, wireChannel, state, (byte) (START + wireChannel + state)};
  }

  /** Reads the frame that starts at {@code from}; empty when there is no valid one. */
  public static Optional<LcusFrame> parse(byte[] bytes, int from) {
    if (from + LENGTH > bytes.length || bytes[from] != START) {
      return Optional.empty();
    }
    int channel = bytes[from + 1] & 0xFF;
    int state = bytes[from + 2];
    boolean checked = bytes[from + 3] == (byte) (START + channel + state);
    if (!checked || channel == 0 || state < 0 || state > 1) {
      return Optional.empty();
    }
    return Optional.of(new LcusFrame(channel - 1, state == 1));
  }
}
