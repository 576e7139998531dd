package io.kitproof.boards.wire;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * One message of the Firmata protocol 2.5, either way: a command byte, then data bytes of seven
 * bits, in a sysex message up to and with {@code F7}. Source: the protocol's page and
 * StandardFirmata.ino.
 */
public final class FirmataMessage {
  /** How a pin can be used. */
  public static final int INPUT = 0;

  /** A pin that drives. */
  public static final int OUTPUT = 1;

  /** A pin that is measured. */
  public static final int ANALOG = 2;

  static final int ANALOG_REPORT = 0xE0;
  static final int DIGITAL_REPORT = 0x90;
  static final int REPORT_ANALOG = 0xC0;
  static final int REPORT_DIGITAL = 0xD0;
  static final int SET_MODE = 0xF4;
  static final int SET_PIN = 0xF5;
  static final int VERSION = 0xF9;
  static final int RESET = 0xFF;
  static final int START_SYSEX = 0xF0;
  static final int END_SYSEX = 0xF7;

  private static final int STATE_QUERY = 0x6D;
  private static final int STATE = 0x6E;
  private static final int FIRMWARE = 0x79;
  private static final int INTERVAL = 0x7A;

  private final byte[] bytes;

  FirmataMessage(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  private static FirmataMessage of(int... values) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Arrays.stream(values).forEach(out::write);
    return new FirmataMessage(out.toByteArray());
  }

  /** Asks for the name and version of the sketch; the answer begins in the same way. */
  public static FirmataMessage askFirmware() {
    return of(START_SYSEX, FIRMWARE, END_SYSEX);
  }

  /** What a sketch of protocol 2.5 says when it has started and when it is asked. */
  public static FirmataMessage firmware(String name) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) START_SYSEX, FIRMWARE, 2, 5});
    name.chars().forEach(c -> out.writeBytes(new byte[] {(byte) (c & 0x7F), (byte) (c >> 7 & 1)}));
    out.write(END_SYSEX);
    return new FirmataMessage(out.toByteArray());
  }

  /** The protocol's version, 2.5. */
  public static FirmataMessage version() {
    return of(VERSION, 2, 5);
  }

  /** Makes a pin an {@link #INPUT}, an {@link #OUTPUT} or {@link #ANALOG}. */
  public static FirmataMessage mode(int pin, int mode) {
    return of(SET_MODE, pin, mode);
  }

  /** Drives one pin; protocol 2.5 on. */
  public static FirmataMessage set(int pin, boolean high) {
    return of(SET_PIN, pin, high ? 1 : 0);
  }

  /** Has a port of eight pins reported now and at each change of one of its inputs. */
  public static FirmataMessage reportPort(int port) {
    return of(REPORT_DIGITAL | port, 1);
  }

  /** Has an analogue input reported now and at every sampling interval. */
  public static FirmataMessage reportAnalog(int input) {
    return of(REPORT_ANALOG | input, 1);
  }

  /** The sampling interval of analogue inputs, 1 to 16383 ms. */
  public static FirmataMessage interval(int millis) {
    return of(START_SYSEX, INTERVAL, millis & 0x7F, millis >> 7, END_SYSEX);
  }

  /** Asks how a pin is used and what it drives. */
  public static FirmataMessage askState(int pin) {
    return of(START_SYSEX, STATE_QUERY, pin, END_SYSEX);
  }

  /** The answer to {@link #askState}. */
  public static FirmataMessage state(int pin, int mode, boolean high) {
    return of(START_SYSEX, STATE, pin, mode, high ? 1 : 0, END_SYSEX);
  }

  /** The levels of a port of eight pins, the first one in the lowest bit. */
  public static FirmataMessage port(int port, int levels) {
    return of(DIGITAL_REPORT | port, levels & 0x7F, levels >> 7 & 1);
  }

  /** The count of an analogue input, 0 to 1023. */
  public static FirmataMessage analog(int input, int count) {
    return of(ANALOG_REPORT | input, count & 0x7F, count >> 7);
  }

  /** Whether it tells name and version of the sketch, which it also does after a reset. */
  public boolean isFirmware() {
    return sysex(FIRMWARE) && bytes.length > 4;
  }

  /** Whether it asks for them. */
  public boolean asksFirmware() {
    return sysex(FIRMWARE) && bytes.length == 3;
  }

  /** Whether it tells the state of that pin. */
  public boolean isStateOf(int pin) {
    return sysex(STATE) && bytes.length >= 6 && bytes[2] == pin;
  }

  /** Whether it asks for the state of a pin, {@link #pin()}. */
  public boolean asksState() {
    return sysex(STATE_QUERY) && bytes.length == 4;
  }

  /** Whether it sets the sampling interval, {@link #value()}. */
  public boolean isInterval() {
    return sysex(INTERVAL) && bytes.length == 5;
  }

  /** Whether it is levels of a port or an order for them, {@link #number()}, {@link #value()}. */
  public boolean isPort() {
    return kind() == DIGITAL_REPORT;
  }

  /** Whether it is the count of an analogue input, {@link #number()}, {@link #value()}. */
  public boolean isAnalog() {
    return kind() == ANALOG_REPORT;
  }

  /** Whether it asks for reports of a port, {@link #number()}; {@link #on()}. */
  public boolean isReportPort() {
    return kind() == REPORT_DIGITAL;
  }

  /** Whether it asks for reports of an analogue input, {@link #number()}; {@link #on()}. */
  public boolean isReportAnalog() {
    return kind() == REPORT_ANALOG;
  }

  /** Whether it sets the mode of {@link #pin()} to {@link #mode()}. */
  public boolean isMode() {
    return at(0) == SET_MODE;
  }

  /** Whether it drives {@link #pin()}, {@link #on()}. */
  public boolean isSet() {
    return at(0) == SET_PIN;
  }

  private boolean sysex(int command) {
    return at(0) == START_SYSEX && at(1) == command;
  }

  private int kind() {
    return at(0) & 0xF0;
  }

  private int at(int index) {
    return index < bytes.length ? bytes[index] & 0xFF : -1;
  }

  /** The port or the analogue input. */
  public int number() {
    return at(0) & 0x0F;
  }

  /** The pin that is set, asked for, or told of. */
  public int pin() {
    return at(0) == START_SYSEX ? at(2) : at(1);
  }

  /** The mode that is set or told. */
  public int mode() {
    return at(0) == START_SYSEX ? at(3) : at(2);
  }

  /** Fourteen bits, the low seven first. */
  public int value() {
    int from = at(0) == START_SYSEX ? 2 : 1;
    return at(from) | at(from + 1) << 7;
  }

  /** Whether what it sets is on, or told to be. */
  public boolean on() {
    int index = at(0) == START_SYSEX ? 4 : isReportPort() || isReportAnalog() ? 1 : 2;
    return at(index) == 1;
  }

  /** Its bytes on the wire. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The bytes in hexadecimal: {@code F5 08 01}. */
  @Override
  public String toString() {
    return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes);
  }
}
