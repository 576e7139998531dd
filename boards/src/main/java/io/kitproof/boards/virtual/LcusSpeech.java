package io.kitproof.boards.virtual;

import io.kitproof.boards.wire.LcusFrame;
import io.kitproof.boards.wire.LcusStatus;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * LCUS-1/2/4/8: four-byte commands nobody confirms, and a status text when asked with {@code FF}.
 */
final class LcusSpeech implements Speech {
  private byte[] heard = {};

  @Override
  public void hear(byte[] bytes, Panel panel) {
    byte[] all = Arrays.copyOf(heard, heard.length + bytes.length);
    System.arraycopy(bytes, 0, all, heard.length, bytes.length);
    int at = 0;
    while (at < all.length && !(all[at] == LcusFrame.START && all.length - at < LcusFrame.LENGTH)) {
      at += understand(all, at, panel);
    }
    heard = Arrays.copyOfRange(all, at, all.length);
  }

  /** Acts on what starts there and returns its length; one byte when it is nothing. */
  private static int understand(byte[] all, int at, Panel panel) {
    if (all[at] == LcusFrame.STATUS_REQUEST) {
      if (panel.hears() && panel.tellsPositions()) {
        panel.reply(status(panel));
      }
      return 1;
    }
    Optional<LcusFrame> frame = LcusFrame.parse(all, at);
    frame
        .filter(f -> panel.hears() && f.channel() < panel.channels())
        .ifPresent(f -> panel.move(f.channel(), f.closed()));
    return frame.isPresent() ? LcusFrame.LENGTH : 1;
  }

  private static byte[] status(Panel panel) {
    boolean[] closed = new boolean[panel.channels()];
    for (int i = 0; i < closed.length; i++) {
      closed[i] = panel.readBack(i);
    }
    if (closed.length > 2) {
      return LcusStatus.bytes(closed);
    }
    // The small boards put the space elsewhere.
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < closed.length; i++) {
      text.append("CH").append(i + 1).append(closed[i] ? ":ON \r\n" : ":OFF \r\n");
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
