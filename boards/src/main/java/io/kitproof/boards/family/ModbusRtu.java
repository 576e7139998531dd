package io.kitproof.boards.family;

import io.kitproof.boards.wire.ModbusFrame;
import java.time.Duration;

/** Modbus on a serial line. */
record ModbusRtu(int baud) implements ModbusLink {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final int FAST_BAUD = 19_200;
  private static final Duration FAST_SILENCE = Duration.ofNanos(1_750_000);

  /** Of an 8-byte request and a 6-byte reply, at 10 bits a byte. */
  private static final int EXCHANGE_BITS = 140;

  /** 3.5 characters of 11 bits, fixed above 19200 baud. Source: Modbus over Serial Line 1.02. */
  @Override
  public Duration spacing() {
    return baud > FAST_BAUD ? FAST_SILENCE : Duration.ofNanos(77 * NANOS_PER_SECOND / 2 / baud);
  }

  @Override
  public Duration exchangeTime() {
    Duration wire = Duration.ofNanos(EXCHANGE_BITS * NANOS_PER_SECOND / baud);
    Duration exact = wire.plus(spacing().multipliedBy(2));
    return Duration.ofMillis(exact.toMillis() + 1);
  }

  /** A frame ends by silence, so silence brings everybody in step. */
  @Override
  public void resync(Dialog dialog) {
    dialog.awaitQuiet(spacing().multipliedBy(4));
  }

  @Override
  public Sent send(ModbusFrame request) {
    return new Sent(
        request.bytes(),
        request.toString(),
        (bytes, count) ->
            ModbusFrame.replyLength(bytes, count).stream().anyMatch(length -> count >= length),
        bytes -> ModbusFrame.parse(bytes).filter(reply -> isReply(bytes)));
  }

  /** A line that echoes sends requests back: their sums are right, their lengths are not. */
  private static boolean isReply(byte[] bytes) {
    return ModbusFrame.replyLength(bytes, bytes.length).stream().allMatch(n -> n == bytes.length);
  }
}
