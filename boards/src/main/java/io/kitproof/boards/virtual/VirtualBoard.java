package io.kitproof.boards.virtual;

import io.kitproof.boards.wire.ByteRelay;
import io.kitproof.boards.wire.ModbusDialect;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A relay and sensor board that is not there: it speaks the bytes of its family behind a {@link
 * VirtualPort}, moves contacts and reads inputs on {@link Net}s, and misbehaves on request.
 * Channels count from 0. Whoever plugs it closes it.
 */
public interface VirtualBoard extends AutoCloseable {
  /** An LCUS board: 9600 baud, 4-byte commands without replies, status text on {@code FF}. */
  static VirtualBoard lcus(String name, Path link, int channels) {
    return PluggedBoard.plug(name, link, 9600, channels, true, new LcusSpeech());
  }

  /**
   * A Numato relay, GPIO and ADC board: any baud rate, text with echo and prompt. Inputs read about
   * 800 of 1023 when their net is high and about 60 when it is low.
   *
   * @param seed of the noise on the analog inputs
   */
  static VirtualBoard numato(String name, Path link, int channels, long seed) {
    return PluggedBoard.plug(name, link, 0, channels, true, new NumatoSpeech(seed));
  }

  /**
   * A Waveshare Modbus RTU relay board with inputs, behind an RS-485 adapter: its contacts keep
   * their position when the adapter is unplugged.
   *
   * @param baud the rate the board is set to, 9600 from the factory
   * @param address the only one it answers to, 1 from the factory
   */
  static VirtualBoard modbus(String name, Path link, int channels, int baud, int address) {
    return modbus(name, link, channels, baud, address, ModbusDialect.A);
  }

  /** The same in any dialect. */
  static VirtualBoard modbus(
      String name, Path link, int channels, int baud, int address, ModbusDialect dialect) {
    Speech speech = new ModbusSpeech(address, dialect);
    return PluggedBoard.plug(name, link, baud, channels, false, speech);
  }

  /**
   * A board that is commanded by a few bytes, as the table has it.
   *
   * @param baud the rate it really speaks; one that is a USB device ignores it
   */
  static VirtualBoard byteRelay(String name, Path link, ByteRelay row, int baud) {
    Speech speech = row.maker().equals("icse") ? new IcseSpeech() : new ByteRelaySpeech(row);
    return PluggedBoard.plug(name, link, row.anyRate() ? 0 : baud, row.channels(), true, speech);
  }

  /**
   * An Arduino Nano with StandardFirmata: contacts on pins that are high, inputs on pins 0 to 13,
   * analogue inputs on 14 to 21, which read 800 of 1023 when their net is high and 60 when it is
   * low. Opening its port resets it.
   *
   * @param baud 57600 unless the sketch was changed
   * @param boot from the reset until it speaks, 2.1 s and more in life
   */
  static VirtualBoard firmata(String name, Path link, int baud, Duration boot) {
    return PluggedBoard.plug(name, link, baud, FirmataSpeech.PINS, true, new FirmataSpeech(boot));
  }

  /** What drivers open; stays the same over {@link #unplug} and {@link #replug}. */
  Path port();

  /** True while the contact is closed, bounces aside. */
  boolean closed(int channel);

  /** Puts a contact across a net: closed it pulls the net low, open it lets it go high. */
  void wireContact(int channel, Net net);

  /** Has an input watch a net: high is a bright LED, an input of 1. */
  void wireInput(int channel, Net net);

  /** From now on it has these faults and no others; replies that are still under way are lost. */
  void misbehave(Faults faults);

  /** Pulls the plug of its port; a board that lives on USB power opens all its contacts. */
  void unplug();

  /** Plugs it in again under the same path. */
  void replug();

  /** Unplugs it for good; all contacts open. A second time does nothing. */
  @Override
  void close();
}
