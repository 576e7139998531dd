package io.kitproof.boards.wire;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an LCUS board with status read-back answers to {@link LcusFrame#STATUS_REQUEST}: a line a
 * channel, {@code CH1: OFF}. Firmwares differ in spaces, and many answer nothing at all.
 */
public final class LcusStatus {
  private static final Pattern CHANNEL = Pattern.compile("CH(\\d{1,3})\\s*:\\s*(ON|OFF)");

  private LcusStatus() {}

  /** Positions by 0-based channel, true for closed; empty when the bytes hold no status. */
  public static Map<Integer, Boolean> parse(byte[] bytes) {
    Map<Integer, Boolean> closed = new TreeMap<>();
    Matcher matcher = CHANNEL.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    while (matcher.find()) {
      closed.put(Integer.parseInt(matcher.group(1)) - 1, matcher.group(2).equals("ON"));
    }
    return Map.copyOf(closed);
  }

  /** The answer of a board whose contacts stand like this, as the 4-channel boards write it. */
  public static byte[] bytes(boolean... closed) {
    StringBuilder text = new StringBuilder();
    for (int channel = 0; channel < closed.length; channel++) {
      text.append("CH").append(channel + 1).append(closed[channel] ? ": ON\r\n" : ": OFF\r\n");
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
