package io.kitproof.boards.family;

import io.kitproof.boards.family.Question.Answer;
import io.kitproof.boards.relay.RelayDriver;
import io.kitproof.boards.sensor.SampleSource;
import io.kitproof.boards.wire.ModbusDialect;
import io.kitproof.boards.wire.ModbusFrame;
import java.time.Duration;
import java.util.Optional;

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

  /** Asks how contacts or inputs stand. */
  void ask(Dialog dialog, String name, int channels, boolean inputs) {
    ModbusUnit unit = unit(dialog, name);
    if (inputs) {
      Answer<ModbusFrame> unused =
          unit.command(ModbusInputs.read(unit, ModbusInputs.BANK), System.nanoTime());
    } else if (dialect == ModbusDialect.C) {
      boolean unused = new ModbusRegisters(unit, channels, exchangeTime()).closed(0);
    } else {
      // A board that says it does not tell has answered.
      Optional<Answer<ModbusFrame>> unused = unit.tryCommand(ModbusRelays.read(unit, channels));
    }
  }

  private ModbusUnit unit(Dialog dialog, String name) {
    return new ModbusUnit(dialog, name, address, link);
  }

  @Override
  public RelayDriver relays(Dialog dialog, String name, int channels) {
    ModbusUnit unit = unit(dialog, name);
    return dialect == ModbusDialect.C
        ? new ModbusRegisters(unit, channels, exchangeTime())
        : new ModbusRelays(unit, channels, exchangeTime(), ModbusFlash.of(dialect));
  }

  @Override
  public SampleSource inputs(Dialog dialog, String name, boolean activeLow, Traffic traffic) {
    if (dialect == ModbusDialect.C) {
      throw new UnsupportedOperationException(name + " has no digital inputs.");
    }
    return new ModbusInputs(unit(dialog, name), activeLow, traffic);
  }
}
