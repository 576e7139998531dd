package io.kitproof.boards.virtual;

import io.kitproof.boards.wire.ModbusFrame;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;

/** What the "Modbus RTU Relay" and "IO" boards of Waveshare, version 2, do on a request. */
record Waveshare(Panel panel, int address) implements ModbusMind {
  private static final int ALL = 0xFF;
  private static final int FLASH_CLOSED = 0x02;
  private static final int FLASH_OPEN = 0x04;
  private static final int LONGEST_FLASH = 0x7FFF;
  private static final int CLOSE = 0xFF00;
  private static final int TOGGLE = 0x5500;
  private static final int ADDRESS_REGISTER = 0x4000;
  private static final int VERSION_REGISTER = 0x8000;
  private static final int VERSION = 200;

  @Override
  public Optional<ModbusFrame> obey(ModbusFrame request) {
    byte[] data = request.data();
    int first = ModbusMind.word(data, 0);
    int second = ModbusMind.word(data, 2);
    return switch (request.function()) {
      case ModbusFrame.READ_COILS ->
          panel.tellsPositions()
              ? bits(request, panel.channels(), panel::readBack)
              : Optional.empty();
      case ModbusFrame.READ_INPUTS -> bits(request, panel.inputs(), panel::input);
      case ModbusFrame.READ_REGISTERS -> register(request, first);
      case ModbusFrame.WRITE_COIL -> writeCoil(request, first, second);
      case ModbusFrame.WRITE_COILS -> writeCoils(request, first, second, data);
      default -> ModbusMind.exception(request, ModbusMind.ILLEGAL_FUNCTION);
    };
  }

  private Optional<ModbusFrame> bits(ModbusFrame request, int limit, IntPredicate bit) {
    int start = ModbusMind.word(request.data(), 0);
    int count = ModbusMind.word(request.data(), 2);
    if (count == 0) {
      return ModbusMind.exception(request, ModbusMind.ILLEGAL_VALUE);
    }
    if (start + count > limit) {
      return ModbusMind.exception(request, ModbusMind.ILLEGAL_ADDRESS);
    }
    byte[] data = new byte[1 + (count + 7) / 8];
    data[0] = (byte) (data.length - 1);
    for (int i = 0; i < count; i++) {
      if (bit.test(start + i)) {
        data[1 + i / 8] |= (byte) (1 << i % 8);
      }
    }
    return ModbusMind.reply(request, data);
  }

  private Optional<ModbusFrame> register(ModbusFrame request, int register) {
    return switch (register) {
      case ADDRESS_REGISTER -> ModbusMind.reply(request, new byte[] {2, 0, (byte) address});
      case VERSION_REGISTER -> ModbusMind.reply(request, new byte[] {2, 0, (byte) VERSION});
      default -> ModbusMind.exception(request, ModbusMind.ILLEGAL_ADDRESS);
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
      return ModbusMind.exception(request, ModbusMind.ILLEGAL_ADDRESS);
    }
    if (value != CLOSE && value != 0 && value != TOGGLE) {
      return ModbusMind.exception(request, ModbusMind.ILLEGAL_VALUE);
    }
    for (int i = all ? 0 : channel; i <= (all ? panel.channels() - 1 : channel); i++) {
      panel.move(i, value == TOGGLE ? !panel.readBack(i) : value == CLOSE);
    }
    return ModbusMind.reply(request, request.data());
  }

  private Optional<ModbusFrame> flash(
      ModbusFrame request, int channel, boolean closed, int tenths) {
    if (channel >= panel.channels()) {
      return ModbusMind.exception(request, ModbusMind.ILLEGAL_ADDRESS);
    }
    if (tenths > LONGEST_FLASH) {
      return ModbusMind.exception(request, ModbusMind.ILLEGAL_VALUE);
    }
    panel.flash(channel, closed, Duration.ofMillis(tenths * 100L));
    return ModbusMind.reply(request, request.data());
  }

  private Optional<ModbusFrame> writeCoils(ModbusFrame request, int start, int count, byte[] data) {
    if (count == 0 || (data[4] & 0xFF) != (count + 7) / 8) {
      return ModbusMind.exception(request, ModbusMind.ILLEGAL_VALUE);
    }
    if (start + count > panel.channels()) {
      return ModbusMind.exception(request, ModbusMind.ILLEGAL_ADDRESS);
    }
    for (int i = 0; i < count; i++) {
      panel.move(start + i, (data[5 + i / 8] >> i % 8 & 1) == 1);
    }
    return ModbusMind.reply(request, Arrays.copyOf(data, 4));
  }
}
