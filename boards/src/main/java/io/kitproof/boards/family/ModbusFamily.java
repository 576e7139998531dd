package io.kitproof.boards.family;

import io.kitproof.boards.relay.RelayDriver;
import io.kitproof.boards.sensor.SampleSource;
import io.kitproof.boards.wire.ModbusDialect;
import java.time.Duration;

/** Modbus boards: coils or registers, and discrete inputs. */
final class ModbusFamily implements Family {
  private final ModbusLink link;
  private final int address;
  private final ModbusDialect dialect;

  ModbusFamily(ModbusLink link, int address, ModbusDialect dialect) {
    this.link = link;
    this.address = address;
    this.dialect = dialect;
  }

  /** Another board on the same line. */
  ModbusFamily beside(int otherAddress, ModbusDialect otherDialect) {
    return new ModbusFamily(link, otherAddress, otherDialect);
  }

  @Override
  public int baud() {
    return link.baud();
  }

  @Override
  public Duration spacing() {
    return link.spacing();
  }

  @Override
  public Duration exchangeTime() {
    return link.exchangeTime();
  }

  @Override
  public void resync(Dialog dialog) {
    link.resync(dialog);
  }

  @Override
  public RelayDriver relays(Dialog dialog, String name, int channels) {
    ModbusUnit unit = new ModbusUnit(dialog, name, address, link);
    return dialect == ModbusDialect.C
        ? new ModbusRegisters(unit, channels, exchangeTime())
        : new ModbusRelays(unit, channels, exchangeTime(), ModbusFlash.of(dialect));
  }

  @Override
  public SampleSource inputs(Dialog dialog, String name, boolean activeLow, Traffic traffic) {
    if (dialect == ModbusDialect.C) {
      throw new UnsupportedOperationException(name + " has no digital inputs.");
    }
    return new ModbusInputs(new ModbusUnit(dialog, name, address, link), activeLow, traffic);
  }
}
