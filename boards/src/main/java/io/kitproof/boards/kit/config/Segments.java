package io.kitproof.boards.kit.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts what one read gives into what a kit would have received one by one: nothing longer than fits
 * into a packet over Wi-Fi. Where a read may hold two writes, a header and a body, it is taken for
 * them: a kit's receive never joins two packets, loopback does.
 */
final class Segments {
  /** Bytes of TCP payload in an Ethernet or Wi-Fi packet. */
  static final int LARGEST = 1460;

  private Segments() {}

  static List<byte[]> of(byte[] read) {
    int header = Header.end(read, read.length);
    boolean twoWrites = header > 0 && header <= LARGEST && read.length - header <= LARGEST;
    if (read.length > LARGEST && twoWrites) {
      return List.of(Arrays.copyOf(read, header), Arrays.copyOfRange(read, header, read.length));
    }
    List<byte[]> segments = new ArrayList<>();
    for (int at = 0; at < read.length; at += LARGEST) {
      segments.add(Arrays.copyOfRange(read, at, Math.min(read.length, at + LARGEST)));
    }
    return segments;
  }
}
