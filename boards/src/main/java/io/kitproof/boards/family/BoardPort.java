package io.kitproof.boards.family;

import io.kitproof.boards.RigException;
import io.kitproof.boards.hid.HidChannel;
import io.kitproof.boards.net.ServerAddress;
import io.kitproof.boards.relay.RelayBoard;
import io.kitproof.boards.relay.RelayListener;
import io.kitproof.boards.sensor.Sensor;
import io.kitproof.boards.sensor.Threshold;
import io.kitproof.boards.wire.ByteRelay;
import io.kitproof.boards.wire.HidRelayReport;
import io.kitproof.boards.wire.ModbusDialect;
import java.nio.file.Path;

/**
 * One serial port and all that speaks on it: the contacts and the inputs of one board. Commands to
 * contacts go before samples: they wait for at most one exchange with the board.
 */
public interface BoardPort extends AutoCloseable {
  /**
   * An LCUS-1/2/4/8 board: 9600 baud, no acknowledgement, maybe read-back.
   *
   * @throws RigException when the port cannot be opened
   */
  static BoardPort lcus(String part, Path port, LcusOptions options) {
    return FamilyPort.open(part, port, new LcusFamily(options));
  }

  /** A Numato board with at most 10 channels, see {@link #numato(String, Path, int)}. */
  static BoardPort numato(String part, Path port) {
    return numato(part, port, 8);
  }

  /**
   * A Numato relay or GPIO board: text commands, echoed.
   *
   * @param channels of the board: 1 to 8, 16, 32, 64 or 128; decides how inputs are spelt
   * @throws RigException when the port cannot be opened or nothing prompts there
   */
  static BoardPort numato(String part, Path port, int channels) {
    return FamilyPort.open(part, port, new NumatoFamily(channels));
  }

  /**
   * A Modbus RTU board in Waveshare's dialect: coils, discrete inputs, board-timed presses.
   *
   * @param baud 9600 from the factory
   * @param address 1 to 247, 1 from the factory
   * @throws RigException when the port cannot be opened
   */
  static BoardPort modbus(String part, Path port, int baud, int address) {
    return modbus(part, port, baud, address, ModbusDialect.A);
  }

  /**
   * A board that is commanded by a few bytes, as the table has it.
   *
   * @param marks where it is remembered that a board has been put to work
   * @throws RigException when the port cannot be opened or another board is there, as far as it
   *     tells
   */
  static BoardPort byteRelay(String part, Path port, ByteRelay row, WorkMarks marks) {
    return FamilyPort.open(part, port, new ByteRelayFamily(row, marks));
  }

  /**
   * An Arduino with StandardFirmata at 57600 baud; its channels are the numbers of its pins.
   * Opening the port resets it, which takes two to four seconds.
   *
   * @throws RigException when the port cannot be opened or no sketch tells its name there
   */
  static BoardPort firmata(String part, Path port) {
    return FamilyPort.open(part, port, new FirmataFamily(FirmataFamily.BOOT));
  }

  /**
   * A USBRelay board by dcttech, a HID device.
   *
   * @param port its node, such as {@code /dev/hidraw0}, or a link to it
   * @throws RigException when hid4java or the device is missing, or it is another one
   */
  static BoardPort hidRelay(String part, Path port) {
    HidChannel channel = HidChannel.open(part, port, HidRelayReport.VENDOR, HidRelayReport.PRODUCT);
    return hidRelay(part, port, channel);
  }

  /**
   * The same over a channel that is open already; taken in any case, and closed with the port.
   *
   * @param port what errors call the place
   * @throws RigException when it is another device
   */
  static BoardPort hidRelay(String part, Path port, HidChannel channel) {
    return HidPort.over(part, port, channel);
  }

  /**
   * A Modbus RTU board in any dialect.
   *
   * @throws RigException when the port cannot be opened
   */
  static BoardPort modbus(String part, Path port, int baud, int address, ModbusDialect dialect) {
    ModbusLink link = new ModbusRtu(baud);
    return FamilyPort.open(part, port, new ModbusFamily(link, address, dialect));
  }

  /**
   * A Modbus board on the network, or on a line behind a gateway that is.
   *
   * @param server such as {@code tcp://192.168.1.50:502}
   * @throws RigException when nothing takes the connection there
   */
  static BoardPort modbusTcp(
      String part, ServerAddress server, int address, ModbusDialect dialect) {
    Family family = new ModbusFamily(new ModbusTcp(), address, dialect);
    return FamilyPort.open(Dialog.open(part, server, family), family);
  }

  /**
   * Another Modbus board on the same line; closed with this port at the latest.
   *
   * @throws UnsupportedOperationException when the family has no addresses
   */
  BoardPort beside(int address, ModbusDialect dialect);

  /**
   * Asks a Modbus board how its contacts stand, or its inputs, and moves nothing.
   *
   * @param name of the board, for errors
   * @throws RigException when it does not answer within 500 ms, or declines
   * @throws UnsupportedOperationException when the family is another one
   */
  void ask(String name, int channels, boolean inputs);

  /**
   * The contacts of the board, all opened; closed with this port at the latest.
   *
   * @throws RigException when they do not open
   */
  RelayBoard relays(String name, int channels, RelayListener listener);

  /**
   * The analogue inputs; closed with this port at the latest.
   *
   * @throws UnsupportedOperationException when the family has none: only Numato and Firmata do
   */
  Sensor adc(String name, Threshold threshold);

  /**
   * The digital inputs; closed with this port at the latest.
   *
   * @param activeLow whether a low input is a lit LED
   * @throws UnsupportedOperationException when the family has none: LCUS and byte relays
   */
  Sensor inputs(String name, boolean activeLow);

  /**
   * The digital inputs, told by the board itself when they change; closed with this port at the
   * latest.
   *
   * @param inputs how many the board has: 16, 32 or 64
   * @param activeLow whether a low input is a lit LED
   * @throws RigException when the board does not notify
   * @throws UnsupportedOperationException when the family does not: only Numato does
   */
  Sensor notified(String name, int inputs, boolean activeLow);

  /** Ends the sensors, opens the contacts, gives the port back. */
  @Override
  void close();
}
