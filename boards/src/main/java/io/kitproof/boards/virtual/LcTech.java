package io.kitproof.boards.virtual;

import io.kitproof.boards.wire.ModbusFrame;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** What the green Modbus boards of LC-Tech do on a request. */
record LcTech(Panel panel, int address) implements ModbusMind {
  private static final int TOGGLE = 0x5500;
  private static final int INPUTS = 8;
  private static final int ADDRESS_REGISTER = 0;
  private static final int FIRST_REGISTER = 3;
  private static final int REGISTERS_EACH = 5;
  private static final int CLOSE_THEN_OPEN = 4;
  private static final int OPEN_THEN_CLOSE = 2;

  @Override
  public Optional<ModbusFrame> obey(ModbusFrame request) {
    byte[] data = request.data();
    int first = ModbusMind.word(data, 0);
    int second = ModbusMind.word(data, 2);
    return switch (request.function()) {
      case ModbusFrame.READ_COILS, ModbusFrame.WRITE_COILS -> asWaveshare(request);
      case ModbusFrame.READ_INPUTS ->
          second == INPUTS ? asWaveshare(request) : ModbusMind.exception(request, ILLEGAL_VALUE);
      case ModbusFrame.WRITE_COIL -> writeCoil(request, first, second);
      case ModbusFrame.READ_REGISTERS ->
          first == ADDRESS_REGISTER
              ? ModbusMind.reply(request, new byte[] {2, 0, (byte) address})
              : ModbusMind.exception(request, ILLEGAL_ADDRESS);
      case ModbusFrame.WRITE_REGISTERS -> flash(request, first - FIRST_REGISTER, second, data);
      default -> ModbusMind.exception(request, ILLEGAL_FUNCTION);
    };
  }

  private Optional<ModbusFrame> asWaveshare(ModbusFrame request) {
    return new Waveshare(panel, address).obey(request);
  }

  /** No coil for all of them, no FLASH in the address, no toggling. */
  private Optional<ModbusFrame> writeCoil(ModbusFrame request, int coil, int value) {
    if (coil >= panel.channels()) {
      return ModbusMind.exception(request, ILLEGAL_ADDRESS);
    }
    return value == TOGGLE ? ModbusMind.exception(request, ILLEGAL_VALUE) : asWaveshare(request);
  }

  private Optional<ModbusFrame> flash(ModbusFrame request, int offset, int count, byte[] data) {
    int channel = offset / REGISTERS_EACH;
    boolean begins = offset >= 0 && offset % REGISTERS_EACH == 0;
    if (!begins || channel >= panel.channels() || count != 2) {
      return ModbusMind.exception(request, ILLEGAL_ADDRESS);
    }
    int how = ModbusMind.word(data, 5);
    if (how != CLOSE_THEN_OPEN && how != OPEN_THEN_CLOSE) {
      return ModbusMind.exception(request, ILLEGAL_VALUE);
    }
    Duration time = Duration.ofMillis(ModbusMind.word(data, 7) * 100L);
    panel.flash(channel, how == CLOSE_THEN_OPEN, time);
    return ModbusMind.reply(request, Arrays.copyOf(data, 4));
  }
}
