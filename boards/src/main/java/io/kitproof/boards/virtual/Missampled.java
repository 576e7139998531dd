package io.kitproof.boards.virtual;

import java.io.ByteArrayOutputStream;

/**
 * What a receiver at one baud rate reads from a sender at another: the sender's bits, start and
 * stop bits included, looked at in the middle of the receiver's bits. Like the real thing it is
 * garbage, or nothing.
 */
final class Missampled {
  private static final int BITS = 10;

  private final byte[] sent;
  private final double step;

  private Missampled(byte[] sent, double step) {
    this.sent = sent;
    this.step = step;
  }

  /** True when the rates are so near (3 %) that a receiver copes. */
  static boolean near(int baud, int other) {
    return Math.abs(baud - other) * 100L <= 3L * baud;
  }

  /** These bytes, sent without a pause at one rate, as read at the other. */
  static byte[] read(byte[] sent, int senderBaud, int receiverBaud) {
    return new Missampled(sent, (double) senderBaud / receiverBaud).read();
  }

  private byte[] read() {
    ByteArrayOutputStream seen = new ByteArrayOutputStream();
    double at = -0.5;
    while (at < (double) sent.length * BITS) {
      double start = Math.floor(at) + 1;
      if (!level(at) || level(start)) {
        at = start; // a start bit is a fall from high to low
      } else if (level(start + step / 2)) {
        at = Math.floor(start) + 1; // too short for a start bit
      } else {
        seen.write(data(start));
        at = start + (BITS - 0.5) * step;
      }
    }
    return seen.toByteArray();
  }

  private int data(double start) {
    int value = 0;
    for (int bit = 0; bit < 8; bit++) {
      if (level(start + (bit + 1.5) * step)) {
        value |= 1 << bit;
      }
    }
    return value;
  }

  /** The line's level at a time counted in the sender's bits; high when idle. */
  private boolean level(double at) {
    if (at < 0) {
      return true;
    }
    int slot = (int) at;
    int index = slot / BITS;
    int bit = slot % BITS;
    if (index >= sent.length || bit == BITS - 1) {
      return true;
    }
    return bit > 0 && (sent[index] >> (bit - 1) & 1) == 1;
  }
}
