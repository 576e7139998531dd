package io.kitproof.boards.family;

import io.kitproof.boards.wire.ModbusFrame;
import io.kitproof.boards.wire.ModbusTcpFrame;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;

/** Modbus over TCP: each request has a number that comes back, so nothing gets out of step. */
final class ModbusTcp implements ModbusLink {
  private static final int NUMBERS = 0x10000;

  /** On a local network, with a gateway that passes it on to a slow line. */
  private static final Duration EXCHANGE = Duration.ofMillis(50);

  private final AtomicInteger next = new AtomicInteger();

  @Override
  public int baud() {
    return 0;
  }

  @Override
  public Duration spacing() {
    return Duration.ZERO;
  }

  @Override
  public Duration exchangeTime() {
    return EXCHANGE;
  }

  @Override
  public void resync(Dialog dialog) {
    // A late answer is told by its number.
  }

  @Override
  public Sent send(ModbusFrame request) {
    int number = next.incrementAndGet() % NUMBERS;
    byte[] sent = new ModbusTcpFrame(number, request).bytes();
    return new Sent(
        sent,
        HexFormat.ofDelimiter(" ").withUpperCase().formatHex(sent),
        (bytes, count) -> ModbusTcpFrame.find(bytes, count, number).isPresent(),
        bytes -> ModbusTcpFrame.find(bytes, bytes.length, number).map(ModbusTcpFrame::frame));
  }
}
