package io.kitproof.boards.wire;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/** How a byte relay board tells where its contacts stand. */
public enum BytePositions {
  /** A bit a contact, the first one the lowest of the first byte. */
  BITS_LOW_FIRST,
  /** A bit a contact, the first one the highest of the first byte. */
  BITS_HIGH_FIRST,
  /** A byte a contact, 01 for closed, 00 for open, without a header. */
  BYTE_EACH,
  /** {@code FF ch st} for the one contact that was asked for. */
  FRAME_EACH;

  private static final int FRAME = 3;

  /** Whether each contact is asked for by itself. */
  public boolean each() {
    return this == FRAME_EACH;
  }

  /** Bytes of an answer of a board with that many contacts. */
  public int length(int channels) {
    return switch (this) {
      case BITS_LOW_FIRST, BITS_HIGH_FIRST -> (channels + 7) / 8;
      case BYTE_EACH -> channels;
      case FRAME_EACH -> FRAME;
    };
  }

  /**
   * Which contacts an answer says are closed; empty when it is no answer.
   *
   * @param asked the 0-based contact that was asked for, where each is asked for by itself
   */
  public Optional<BitSet> parse(byte[] answer, int channels, int asked) {
    if (answer.length != length(channels)) {
      return Optional.empty();
    }
    BitSet closed =
        switch (this) {
          case BITS_LOW_FIRST -> BitSet.valueOf(answer);
          case BITS_HIGH_FIRST -> turned(BitSet.valueOf(reversed(answer)), 8 * answer.length);
          case BYTE_EACH -> closed(answer);
          case FRAME_EACH -> new BitSet();
        };
    if (this == FRAME_EACH) {
      closed.set(asked, answer[2] == 1);
    }
    boolean own =
        closed.length() <= channels && Arrays.equals(bytes(closed, channels, asked), answer);
    return own ? Optional.of(closed) : Optional.empty();
  }

  /** The answer of a board whose contacts stand like that. */
  public byte[] bytes(BitSet closed, int channels, int asked) {
    byte[] answer = new byte[length(channels)];
    switch (this) {
      case BITS_LOW_FIRST -> closed.stream().forEach(c -> answer[c / 8] |= (byte) (1 << c % 8));
      case BITS_HIGH_FIRST -> closed.stream().forEach(c -> answer[c / 8] |= (byte) (0x80 >> c % 8));
      case BYTE_EACH -> closed.stream().forEach(c -> answer[c] = 1);
      case FRAME_EACH -> {
        answer[0] = (byte) 0xFF;
        answer[1] = (byte) (asked + 1);
        answer[2] = (byte) (closed.get(asked) ? 1 : 0);
      }
    }
    return answer;
  }

  private static BitSet closed(byte[] answer) {
    BitSet closed = new BitSet();
    for (int channel = 0; channel < answer.length; channel++) {
      closed.set(channel, answer[channel] == 1);
    }
    return closed;
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }

  private static BitSet turned(BitSet bits, int size) {
    BitSet turned = new BitSet();
    bits.stream().forEach(bit -> turned.set(size - 1 - bit));
    return turned;
  }
}
