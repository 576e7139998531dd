package io.kitproof.boards.kit.mqtt;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * WICED 6: packets may share segments and stretch over several (kits.md section 6). Keeps what is
 * left of a segment until the rest of its packet has come.
 */
final class Reassembly implements Framing {
  /** The longest payload that AWS passes on, and room for its topic. */
  static final int LONGEST = (128 << 10) + 512;

  private static final int LONGEST_HEADER = 5;

  private byte[] pending = {};

  @Override
  public List<Inbound> take(byte[] segment) throws IOException {
    byte[] all = Arrays.copyOf(pending, pending.length + segment.length);
    System.arraycopy(segment, 0, all, pending.length, segment.length);
    List<Inbound> packets = new ArrayList<>();
    int at = 0;
    int end = end(all, at);
    while (end > at && end <= all.length) {
      Inbound.whole(Arrays.copyOfRange(all, at, end)).ifPresent(packets::add);
      at = end;
      end = end(all, at);
    }
    pending = Arrays.copyOfRange(all, at, all.length);
    return packets;
  }

  /** Where the packet that starts here ends; here, when its length has not come yet. */
  private static int end(byte[] all, int start) throws IOException {
    int length = 0;
    for (int i = 1; start + i < all.length; i++) {
      if (i == LONGEST_HEADER) {
        throw new IOException("a length of more than four bytes");
      }
      int digit = all[start + i] & 0xFF;
      length |= (digit & 0x7F) << (7 * (i - 1));
      if (length > LONGEST) {
        throw new IOException("a packet of " + length + " bytes");
      }
      if (digit < 128) {
        return start + 1 + i + length;
      }
    }
    return start;
  }
}
