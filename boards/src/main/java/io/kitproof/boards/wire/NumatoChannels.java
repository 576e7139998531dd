package io.kitproof.boards.wire;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * How Numato boards spell a channel: one digit up to 10 channels, 0-F with 16, 0-9 then A-V with
 * 32, two decimal digits with 64 and more. Source: PDUDaemon's numatousb.py.
 */
public final class NumatoChannels {
  private NumatoChannels() {}

  /**
   * The token of a channel on a board with that many.
   *
   * @throws IllegalArgumentException when the board has no such channel
   */
  public static String token(int channel, int channels) {
    if (channel < 0 || channel >= channels) {
      throw new IllegalArgumentException(
          "No channel %d: this board has 0 to %d.".formatted(channel, channels - 1));
    }
    if (channels > 32) {
      return String.format(Locale.ROOT, "%02d", channel);
    }
    return Integer.toString(channel, 32).toUpperCase(Locale.ROOT);
  }

  /** The channel of a token on a board with that many channels; empty when there is none. */
  public static OptionalInt channel(String token, int channels) {
    return IntStream.range(0, channels)
        .filter(channel -> token(channel, channels).equals(token))
        .findFirst();
  }
}
