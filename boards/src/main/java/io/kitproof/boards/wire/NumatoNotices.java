package io.kitproof.boards.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The notices of a Numato module whose inputs have changed, {@code # 0001 0000 FFFF}: two states of
 * all inputs and which pins are inputs, a bit a channel. They come between any two bytes of a
 * reply. Sources differ in which of the states is the new one, so only what differs is told.
 * Source: numato-gpio.
 */
public final class NumatoNotices {
  private static final Pattern WHOLE =
      Pattern.compile("# ([0-9A-Fa-f]{4,16}) ([0-9A-Fa-f]{4,16}) ([0-9A-Fa-f]{4,16})");
  private static final Pattern BEGUN = Pattern.compile("#( ([0-9A-Fa-f]{0,16}( |$)){0,3})?");
  private static final char START = '#';

  private final StringBuilder begun = new StringBuilder();

  /** Takes the notices out of the bytes that came and tells which inputs each says have changed. */
  public byte[] strip(byte[] bytes, LongConsumer changed) {
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    for (byte one : bytes) {
      char c = (char) (one & 0xFF);
      if (begun.isEmpty() && c != START) {
        rest.write(one);
      } else {
        begun.append(c);
        hear(rest, changed);
      }
    }
    return rest.toByteArray();
  }

  private void hear(ByteArrayOutputStream rest, LongConsumer changed) {
    Matcher notice = WHOLE.matcher(begun);
    if (notice.matches() && sameLength(notice)) {
      changed.accept(mask(notice, 1) ^ mask(notice, 2));
      begun.setLength(0);
    } else if (!BEGUN.matcher(begun).matches()) {
      rest.writeBytes(begun.toString().getBytes(StandardCharsets.ISO_8859_1));
      begun.setLength(0);
    }
  }

  private static boolean sameLength(Matcher notice) {
    int length = notice.group(1).length();
    return notice.group(2).length() == length && notice.group(3).length() == length;
  }

  private static long mask(Matcher notice, int group) {
    return Long.parseUnsignedLong(notice.group(group), 16);
  }

  /** The notice of a module with so many channels. */
  public static String text(long now, long before, int channels) {
    return "# %s %s %s".formatted(hex(now, channels), hex(before, channels), hex(-1L, channels));
  }

  /** The state of all inputs as such a module writes it: four channels a digit. */
  public static String hex(long mask, int channels) {
    int digits = channels / 4;
    String all = String.format(Locale.ROOT, "%016X", mask);
    return all.substring(all.length() - digits);
  }
}
