package io.kitproof.boards.family;

import io.kitproof.boards.RigException;
import io.kitproof.boards.hid.HidChannel;
import io.kitproof.boards.relay.RelayBoard;
import io.kitproof.boards.relay.RelayListener;
import io.kitproof.boards.sensor.Sensor;
import io.kitproof.boards.sensor.Threshold;
import io.kitproof.boards.wire.HidRelayReport;
import io.kitproof.boards.wire.ModbusDialect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** A USBRelay board: contacts on a HID device instead of a serial line. */
final class HidPort implements BoardPort {
  private final Path port;
  private final HidChannel channel;
  private final List<RelayBoard> boards = new ArrayList<>();
  private boolean closed;

  private HidPort(Path port, HidChannel channel) {
    this.port = port;
    this.channel = channel;
  }

  /** Takes the channel, also when it refuses it. */
  static BoardPort over(String part, Path port, HidChannel channel) {
    if (HidRelayReport.contacts(channel.product()).isEmpty()) {
      channel.close();
      throw RigException.declined(
          part,
          port,
          "open",
          "it calls itself \"%s\", not USBRelay1 to USBRelay8".formatted(shown(channel.product())),
          "correct the port of %s: many gadgets have the same id".formatted(part));
    }
    return new HidPort(port, channel);
  }

  private static String shown(String product) {
    return product.replaceAll("[^ -~]", "?");
  }

  @Override
  public synchronized RelayBoard relays(String name, int channels, RelayListener listener) {
    if (closed) {
      throw new IllegalStateException(port + " is closed.");
    }
    OptionalInt contacts = HidRelayReport.contacts(channel.product());
    if (contacts.orElse(0) != channels) {
      throw RigException.declined(
          name,
          port,
          "open",
          "it has %d contacts, not %d".formatted(contacts.orElse(0), channels),
          "write channels: %d for %s in the bench file".formatted(contacts.orElse(0), name));
    }
    RelayBoard board =
        RelayBoard.over(name, channels, new HidRelays(name, port, channel), listener);
    boards.add(board);
    return board;
  }

  @Override
  public Sensor adc(String name, Threshold threshold) {
    throw new UnsupportedOperationException(name + " has no analogue inputs.");
  }

  @Override
  public Sensor inputs(String name, boolean activeLow) {
    throw new UnsupportedOperationException(name + " has no digital inputs.");
  }

  @Override
  public Sensor notified(String name, int inputs, boolean activeLow) {
    throw new UnsupportedOperationException(name + " does not notify.");
  }

  @Override
  public BoardPort beside(int address, ModbusDialect dialect) {
    throw noModbus();
  }

  @Override
  public void ask(String name, int channels, boolean inputs) {
    throw noModbus();
  }

  private UnsupportedOperationException noModbus() {
    return new UnsupportedOperationException(port + " does not speak Modbus.");
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      boards.forEach(RelayBoard::close);
    } finally {
      channel.close();
    }
  }
}
