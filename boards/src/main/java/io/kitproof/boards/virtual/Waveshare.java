package io.kitproof.boards.virtual;

import io.kitproof.boards.wire.ModbusFrame;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;

/** What the "Modbus RTU Relay" and "IO" boards of Waveshare, version 2, do on a request. */
record Waveshare(Panel panel, int address) {
  static final int READ_REGISTERS = 3;

  private static final int ILLEGAL_FUNCTION = 1;
  private static final int ILLEGAL_ADDRESS = 2;
  private static final int ILLEGAL_VALUE = 3;
  private static final int ALL = 0xFF;
  private static final int FLASH_CLOSED = 0x02;
  private static final int FLASH_OPEN = 0x04;
  private static final int LONGEST_FLASH = 0x7FFF;
  private static final int CLOSE = 0xFF00;
  private static final int TOGGLE = 0x5500;
  private static final int ADDRESS_REGISTER = 0x4000;
  private static final int VERSION_REGISTER = 0x8000;
  private static final int VERSION = 200;

  /** Does it and says what the board answers; empty when the board has nothing to say. */
  Optional<ModbusFrame> obey(ModbusFrame request) {
    byte[] data = request.data();
    int first = word(data, 0);
    int second = word(data, 2);
    return switch (request.function()) {
      case ModbusFrame.READ_COILS ->
          panel.tellsPositions()
              ? bits(request, panel.channels(), panel::readBack)
              : Optional.empty();
      case ModbusFrame.READ_INPUTS -> bits(request, panel.inputs(), panel::input);
      case READ_REGISTERS -> register(request, first);
      case ModbusFrame.WRITE_COIL -> writeCoil(request, first, second);
      case ModbusFrame.WRITE_COILS -> writeCoils(request, first, second, data);
      default -> exception(request, ILLEGAL_FUNCTION);
    };
  }

  private Optional<ModbusFrame> bits(ModbusFrame request, int limit, IntPredicate bit) {
    int start = word(request.data(), 0);
    int count = word(request.data(), 2);
    if (count == 0) {
      return exception(request, ILLEGAL_VALUE);
    }
    if (start + count > limit) {
      return exception(request, ILLEGAL_ADDRESS);
    }
    byte[] data = new byte[1 + (count + 7) / 8];
    data[0] = (byte) (data.length - 1);
    for (int i = 0; i < count; i++) {
      if (bit.test(start + i)) {
        data[1 + i / 8] |= (byte) (1 << i % 8);
      }
    }
    return reply(request, data);
  }

  private Optional<ModbusFrame> register(ModbusFrame request, int register) {
    return switch (register) {
      case ADDRESS_REGISTER -> reply(request, new byte[] {2, 0, (byte) address});
      case VERSION_REGISTER -> reply(request, new byte[] {2, 0, (byte) VERSION});
      default -> exception(request, ILLEGAL_ADDRESS);
    };
  }

  private Optional<ModbusFrame> writeCoil(ModbusFrame request, int coil, int value) {
    int mode = coil >> 8;
    int channel = coil & 0xFF;
    boolean all = coil == ALL;
    if (mode == FLASH_CLOSED || mode == FLASH_OPEN) {
      return flash(request, channel, mode == FLASH_CLOSED, value);
    }
    if (mode != 0 || (!all && channel >= panel.channels())) {
      return exception(request, ILLEGAL_ADDRESS);
    }
    if (value != CLOSE && value != 0 && value != TOGGLE) {
      return exception(request, ILLEGAL_VALUE);
    }
    for (int i = all ? 0 : channel; i <= (all ? panel.channels() - 1 : channel); i++) {
      panel.move(i, value == TOGGLE ? !panel.readBack(i) : value == CLOSE);
    }
    return reply(request, request.data());
  }

  private Optional<ModbusFrame> flash(
      ModbusFrame request, int channel, boolean closed, int tenths) {
    if (channel >= panel.channels()) {
      return exception(request, ILLEGAL_ADDRESS);
    }
    if (tenths > LONGEST_FLASH) {
      return exception(request, ILLEGAL_VALUE);
    }
    panel.flash(channel, closed, Duration.ofMillis(tenths * 100L));
    return reply(request, request.data());
  }

  private Optional<ModbusFrame> writeCoils(ModbusFrame request, int start, int count, byte[] data) {
    if (count == 0 || (data[4] & 0xFF) != (count + 7) / 8) {
      return exception(request, ILLEGAL_VALUE);
    }
    if (start + count > panel.channels()) {
      return exception(request, ILLEGAL_ADDRESS);
    }
    for (int i = 0; i < count; i++) {
      panel.move(start + i, (data[5 + i / 8] >> i % 8 & 1) == 1);
    }
    return reply(request, Arrays.copyOf(data, 4));
  }

  private Optional<ModbusFrame> reply(ModbusFrame request, byte[] data) {
    return Optional.of(new ModbusFrame(request.address(), request.function(), data));
  }

  private Optional<ModbusFrame> exception(ModbusFrame request, int code) {
    return Optional.of(
        new ModbusFrame(
            request.address(),
            request.function() + ModbusFrame.EXCEPTION,
            new byte[] {(byte) code}));
  }

  private static int word(byte[] data, int at) {
    return at + 1 < data.length ? (data[at] & 0xFF) << 8 | data[at + 1] & 0xFF : 0;
  }
}
