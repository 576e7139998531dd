package io.kitproof.boards.family;

import io.kitproof.boards.relay.RelayDriver;
import io.kitproof.boards.sensor.SampleSource;
import java.time.Duration;

/** Modbus RTU boards in Waveshare's dialect: coils and discrete inputs. */
final class ModbusFamily implements Family {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final int FAST_BAUD = 19_200;
  private static final Duration FAST_SILENCE = Duration.ofNanos(1_750_000);

  /** Of an 8-byte request and a 6-byte reply, at 10 bits a byte. */
  private static final int EXCHANGE_BITS = 140;

  private final int baud;
  private final int address;

  ModbusFamily(int baud, int address) {
    this.baud = baud;
    this.address = address;
  }

  @Override
  public int baud() {
    return baud;
  }

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
  public RelayDriver relays(Dialog dialog, String name, int channels) {
    return new ModbusRelays(new ModbusUnit(dialog, name, address), channels, exchangeTime());
  }

  @Override
  public SampleSource inputs(Dialog dialog, String name, boolean activeLow, Traffic traffic) {
    return new ModbusInputs(new ModbusUnit(dialog, name, address), activeLow, traffic);
  }
}
