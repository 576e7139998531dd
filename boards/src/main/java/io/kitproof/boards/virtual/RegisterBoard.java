package io.kitproof.boards.virtual;

import io.kitproof.boards.wire.ModbusFrame;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;

/** What boards like the R4D8A08 do on a request: a register a contact, no coils. */
record RegisterBoard(Panel panel) implements ModbusMind {
  private static final int ALL = 0;
  private static final int CLOSE = 1;
  private static final int OPEN = 2;
  private static final int TOGGLE = 3;
  private static final int MOMENTARY = 5;
  private static final int CLOSE_FOR = 6;
  private static final int CLOSE_ALL = 7;
  private static final int OPEN_ALL = 8;

  @Override
  public Optional<ModbusFrame> obey(ModbusFrame request) {
    int register = ModbusMind.word(request.data(), 0);
    int value = ModbusMind.word(request.data(), 2);
    return switch (request.function()) {
      case ModbusFrame.READ_REGISTERS -> read(request, register, value);
      case ModbusFrame.WRITE_REGISTER ->
          register == ALL ? all(request, value >> 8) : one(request, register - 1, value);
      default -> ModbusMind.exception(request, ILLEGAL_FUNCTION);
    };
  }

  private Optional<ModbusFrame> read(ModbusFrame request, int register, int count) {
    if (!panel.tellsPositions()) {
      return Optional.empty();
    }
    if (register < 1 || count < 1 || register + count - 1 > panel.channels()) {
      return ModbusMind.exception(request, ILLEGAL_ADDRESS);
    }
    byte[] data = new byte[1 + 2 * count];
    data[0] = (byte) (2 * count);
    for (int i = 0; i < count; i++) {
      data[2 + 2 * i] = (byte) (panel.readBack(register - 1 + i) ? 1 : 0);
    }
    return ModbusMind.reply(request, data);
  }

  private Optional<ModbusFrame> all(ModbusFrame request, int order) {
    if (order != CLOSE_ALL && order != OPEN_ALL) {
      return ModbusMind.exception(request, ILLEGAL_VALUE);
    }
    IntStream.range(0, panel.channels()).forEach(c -> panel.move(c, order == CLOSE_ALL));
    return ModbusMind.reply(request, request.data());
  }

  private Optional<ModbusFrame> one(ModbusFrame request, int channel, int value) {
    if (channel >= panel.channels()) {
      return ModbusMind.exception(request, ILLEGAL_ADDRESS);
    }
    switch (value >> 8) {
      case CLOSE -> panel.move(channel, true);
      case OPEN -> panel.move(channel, false);
      case TOGGLE -> panel.move(channel, !panel.readBack(channel));
      case MOMENTARY -> panel.flash(channel, true, Duration.ofSeconds(1));
      case CLOSE_FOR -> panel.flash(channel, true, Duration.ofSeconds(value & 0xFF));
      default -> {
        return ModbusMind.exception(request, ILLEGAL_VALUE);
      }
    }
    return ModbusMind.reply(request, request.data());
  }
}
