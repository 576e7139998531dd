package io.kitproof.boards.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * A command as a manual writes it, word by word: {@code FF} is a byte in hexadecimal, {@code ch}
 * the channel counted from 1, {@code 64+ch} a byte plus that channel, {@code nn} that channel in
 * two digits of text, {@code ~mask} all contacts of the board in one byte, a closed one 0, the
 * first one the lowest bit.
 */
public final class ByteCommand {
  private static final String PLUS_CHANNEL = "+ch";

  private final List<String> words;

  private ByteCommand(List<String> words) {
    this.words = words;
  }

  /** Reads a command. */
  static ByteCommand of(String text) {
    return new ByteCommand(List.of(text.split(" ")));
  }

  /**
   * Its bytes on the wire.
   *
   * @param channel 0-based; where the command names none, any
   * @param closed how all contacts should stand afterwards
   * @param channels of the board
   */
  public byte[] bytes(int channel, BitSet closed, int channels) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int wireChannel = channel + 1;
    for (String word : words) {
      switch (word) {
        case "ch" -> bytes.write(wireChannel);
        case "nn" -> bytes.writeBytes(digits(wireChannel));
        case "~mask" -> bytes.write(~mask(closed) & (1 << channels) - 1);
        default -> {
          int base = HexFormat.fromHexDigits(word, 0, 2);
          bytes.write(word.endsWith(PLUS_CHANNEL) ? base + wireChannel : base);
        }
      }
    }
    return bytes.toByteArray();
  }

  /** The bytes of a command that is always the same. */
  public byte[] bytes() {
    return bytes(0, new BitSet(), 0);
  }

  private static byte[] digits(int number) {
    return String.format(Locale.ROOT, "%02d", number).getBytes(StandardCharsets.US_ASCII);
  }

  private static int mask(BitSet closed) {
    return closed.isEmpty() ? 0 : (int) closed.toLongArray()[0];
  }
}
