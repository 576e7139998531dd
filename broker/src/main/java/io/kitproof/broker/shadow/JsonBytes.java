package io.kitproof.broker.shadow;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** JSON without a blank, as UTF-8, while it grows. */
final class JsonBytes {

  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_ESCAPE = 6;

  private byte[] bytes;
  private int length;
  private long timesAt;
  private byte[] times = {};

  JsonBytes(int expected) {
    bytes = new byte[expected];
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  /** What has been added since the length was {@code from}; it is taken away again. */
  byte[] takeFrom(int from) {
    byte[] taken = Arrays.copyOfRange(bytes, from, length);
    length = from;
    return taken;
  }

  @CanIgnoreReturnValue
  JsonBytes raw(byte[] json) {
    return raw(json, json.length);
  }

  /** The first bytes of a text. */
  @CanIgnoreReturnValue
  JsonBytes raw(byte[] json, int count) {
    room(count);
    System.arraycopy(json, 0, bytes, length, count);
    length += count;
    return this;
  }

  @CanIgnoreReturnValue
  JsonBytes raw(char ascii) {
    room(1);
    bytes[length++] = (byte) ascii;
    return this;
  }

  @CanIgnoreReturnValue
  JsonBytes number(long number) {
    return raw(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
  }

  /** The metadata of a leaf; those of one request have the same, so it is at hand. */
  void time(long at) {
    if (times.length == 0 || at != timesAt) {
      timesAt = at;
      times = ("{\"timestamp\":" + at + "}").getBytes(StandardCharsets.US_ASCII);
    }
    raw(times);
  }

  @CanIgnoreReturnValue
  JsonBytes string(String text) {
    int size = text.length();
    room(size + 2);
    bytes[length++] = '"';
    int i = 0;
    for (; i < size && plain(text.charAt(i)); i++) {
      bytes[length++] = (byte) text.charAt(i);
    }
    if (i < size) {
      escaped(text, i);
    }
    return raw('"');
  }

  private static boolean plain(char c) {
    return c >= ' ' && c < 0x80 && c != '"' && c != '\\';
  }

  private void escaped(String text, int from) {
    int size = text.length();
    room((size - from) * LONGEST_ESCAPE);
    for (int i = from; i < size; i++) {
      char c = text.charAt(i);
      if (plain(c)) {
        bytes[length++] = (byte) c;
      } else if (c < 0x80) {
        escape(c);
      } else if (c < 0x800) {
        bytes[length++] = (byte) (0xC0 | c >> 6);
        bytes[length++] = (byte) (0x80 | c & 0x3F);
      } else if (!Character.isSurrogate(c)) {
        bytes[length++] = (byte) (0xE0 | c >> 12);
        bytes[length++] = (byte) (0x80 | c >> 6 & 0x3F);
        bytes[length++] = (byte) (0x80 | c & 0x3F);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < size
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        pair(Character.toCodePoint(c, text.charAt(++i)));
      } else {
        // Half a pair has no bytes in UTF-8; as an escape it passes through unharmed.
        unicode(c);
      }
    }
  }

  private void pair(int point) {
    bytes[length++] = (byte) (0xF0 | point >> 18);
    bytes[length++] = (byte) (0x80 | point >> 12 & 0x3F);
    bytes[length++] = (byte) (0x80 | point >> 6 & 0x3F);
    bytes[length++] = (byte) (0x80 | point & 0x3F);
  }

  private void escape(char c) {
    int letter = "\"\\\b\f\n\r\t".indexOf(c);
    if (letter < 0) {
      unicode(c);
    } else {
      bytes[length++] = '\\';
      bytes[length++] = (byte) "\"\\bfnrt".charAt(letter);
    }
  }

  private void unicode(char c) {
    bytes[length++] = '\\';
    bytes[length++] = 'u';
    for (int shift = 12; shift >= 0; shift -= 4) {
      bytes[length++] = HEX[c >> shift & 0xF];
    }
  }

  private void room(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
