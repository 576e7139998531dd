package io.kitproof.boards.family;

import io.kitproof.boards.relay.RelayBoard;
import io.kitproof.boards.relay.RelayListener;
import io.kitproof.boards.sensor.Sensor;
import io.kitproof.boards.sensor.Threshold;
import io.kitproof.boards.wire.ModbusDialect;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A port with whatever was asked of it, closed in reverse order. */
final class FamilyPort implements BoardPort {
  private final Dialog dialog;
  private final Family family;
  private final Traffic traffic;
  private final Deque<Runnable> closings = new ArrayDeque<>();
  private boolean closed;

  private FamilyPort(Dialog dialog, Family family, Traffic traffic) {
    this.dialog = dialog;
    this.family = family;
    this.traffic = traffic;
  }

  static BoardPort open(String part, Path port, Family family) {
    return open(Dialog.open(part, port, family), family);
  }

  static BoardPort open(Dialog dialog, Family family) {
    try {
      dialog.resync();
      FamilyPort port = new FamilyPort(dialog, family, new Traffic(family.exchangeTime()));
      port.closings.push(dialog::close);
      return port;
    } catch (RuntimeException failed) {
      dialog.close();
      throw failed;
    }
  }

  @Override
  public synchronized RelayBoard relays(String name, int channels, RelayListener listener) {
    refuseWhenClosed();
    traffic.relays();
    RelayBoard board =
        RelayBoard.over(name, channels, family.relays(dialog, name, channels), listener);
    closings.push(board::close);
    return board;
  }

  @Override
  public synchronized Sensor adc(String name, Threshold threshold) {
    refuseWhenClosed();
    return add(Sensor.polling(name, family.adc(dialog, name, threshold, traffic)));
  }

  @Override
  public synchronized Sensor inputs(String name, boolean activeLow) {
    refuseWhenClosed();
    return add(Sensor.polling(name, family.inputs(dialog, name, activeLow, traffic)));
  }

  @Override
  public synchronized Sensor notified(String name, int inputs, boolean activeLow) {
    refuseWhenClosed();
    return add(Sensor.polling(name, family.notified(dialog, name, inputs, activeLow, traffic)));
  }

  @Override
  public synchronized BoardPort beside(int address, ModbusDialect dialect) {
    refuseWhenClosed();
    FamilyPort other = new FamilyPort(dialog, modbus().beside(address, dialect), traffic);
    closings.push(other::close);
    return other;
  }

  @Override
  public synchronized void ask(String name, int channels, boolean inputs) {
    refuseWhenClosed();
    modbus().ask(dialog, name, channels, inputs);
  }

  private ModbusFamily modbus() {
    if (family instanceof ModbusFamily modbus) {
      return modbus;
    }
    throw new UnsupportedOperationException(dialog.place() + " does not speak Modbus.");
  }

  private Sensor add(Sensor sensor) {
    closings.push(sensor::close);
    return sensor;
  }

  private void refuseWhenClosed() {
    if (closed) {
      throw new IllegalStateException(dialog.place() + " is closed.");
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    RuntimeException first = null;
    while (!closings.isEmpty()) {
      first = closeOne(closings.pop(), first);
    }
    if (first != null) {
      throw first;
    }
  }

  private static @Nullable RuntimeException closeOne(
      Runnable closing, @Nullable RuntimeException first) {
    try {
      closing.run();
      return first;
    } catch (RuntimeException failed) {
      if (first == null) {
        return failed;
      }
      first.addSuppressed(failed);
      return first;
    }
  }
}
