package io.kitproof.boards.wire;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Cuts a stream of bytes into Firmata messages; what belongs to none is left out. */
public final class FirmataDecoder {
  /** The longest a sketch sends is its name; more than this is noise. */
  private static final int LONGEST = 512;

  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private int length;

  /** The messages that are whole with these bytes, in order. */
  public List<FirmataMessage> hear(byte[] bytes) {
    List<FirmataMessage> whole = new ArrayList<>();
    for (byte one : bytes) {
      hear(one & 0xFF, whole);
    }
    return whole;
  }

  private void hear(int one, List<FirmataMessage> whole) {
    boolean endsSysex = one == FirmataMessage.END_SYSEX && length == LONGEST;
    if (one >= 0x80 && !endsSysex) {
      // Only data and the end may follow a start: whatever was begun is void.
      pending.reset();
      length = length(one);
    } else if (pending.size() == 0) {
      return;
    }
    if (length > 0) {
      pending.write(one);
    }
    if (length > 0 && (endsSysex || pending.size() == length)) {
      if (endsSysex || length < LONGEST) {
        whole.add(new FirmataMessage(pending.toByteArray()));
      }
      pending.reset();
      length = 0;
    }
  }

  /** Bytes of the message that starts so, {@link #LONGEST} when it ends by itself. */
  private static int length(int start) {
    return switch (start) {
      case FirmataMessage.START_SYSEX -> LONGEST;
      case FirmataMessage.SET_MODE, FirmataMessage.SET_PIN, FirmataMessage.VERSION -> 3;
      case FirmataMessage.RESET -> 1;
      default ->
          switch (start & 0xF0) {
            case FirmataMessage.DIGITAL_REPORT, FirmataMessage.ANALOG_REPORT -> 3;
            case FirmataMessage.REPORT_ANALOG, FirmataMessage.REPORT_DIGITAL -> 2;
            default -> 0;
          };
    };
  }
}
