package io.kitproof.boards.net;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Bytes as they are. */
final class PlainCarrier implements Carrier {
  /** A server that kept something gives it at once; one that has nothing costs this. */
  private static final Duration QUIET = Duration.ofMillis(100);

  private static final Duration LIMIT = Duration.ofSeconds(1);
  private static final int SHOWN = 80;

  private final Connection connection;

  PlainCarrier(Connection connection) {
    this.connection = connection;
  }

  @Override
  public void begin() throws TurnedAway {
    Quiet before = Carrier.drop(connection, QUIET, LIMIT);
    if (before.ended()) {
      throw new TurnedAway(before.dropped());
    }
  }

  /** The server's last words, such as "Port already in use", safe for a terminal. */
  static String said(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.US_ASCII).strip();
    String safe = text.replaceAll("[^ -~]+", " ");
    String shown = safe.length() > SHOWN ? safe.substring(0, SHOWN) + "…" : safe;
    return shown.isBlank() ? "" : "saying \"" + shown + "\"";
  }

  @Override
  public byte[] received(byte[] bytes) {
    return bytes;
  }

  @Override
  public byte[] sent(byte[] bytes) {
    return bytes;
  }
}
