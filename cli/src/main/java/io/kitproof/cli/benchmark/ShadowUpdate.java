package io.kitproof.cli.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An update of a shadow of a given size, which differs from the one before. */
final class ShadowUpdate {
  private static final String HEAD = "{\"state\":{\"desired\":{\"count\":";
  private static final String MIDDLE = ",\"text\":\"";
  private static final String TAIL = "\"}}}";
  private static final int DIGITS = 10;
  private static final long FIRST = 1_000_000_000L;

  private final byte[] bytes;
  private long count = FIRST;

  private ShadowUpdate(byte[] bytes) {
    this.bytes = bytes;
  }

  /** At least as long as the words around its text. */
  static ShadowUpdate of(int size) {
    byte[] bytes = new byte[size];
    Arrays.fill(bytes, (byte) '.');
    put(bytes, 0, HEAD);
    put(bytes, HEAD.length() + DIGITS, MIDDLE);
    put(bytes, size - TAIL.length(), TAIL);
    return new ShadowUpdate(bytes);
  }

  private static void put(byte[] bytes, int at, String text) {
    byte[] part = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(part, 0, bytes, at, part.length);
  }

  /** Valid until the next one is asked for. */
  byte[] next() {
    count++;
    put(bytes, HEAD.length(), Long.toString(count));
    return bytes;
  }
}
