package io.kitproof.boards.virtual;

import io.kitproof.boards.wire.ModbusDialect;
import io.kitproof.boards.wire.ModbusFrame;
import java.util.Optional;

/** What a Modbus board does on a request, in one dialect. */
interface ModbusMind {
  int ILLEGAL_FUNCTION = 1;
  int ILLEGAL_ADDRESS = 2;
  int ILLEGAL_VALUE = 3;

  /** Does it and says what the board answers; empty when the board has nothing to say. */
  Optional<ModbusFrame> obey(ModbusFrame request);

  static ModbusMind of(ModbusDialect dialect, Panel panel, int address) {
    return switch (dialect) {
      case A -> new Waveshare(panel, address);
      case B -> new LcTech(panel, address);
      case C -> new RegisterBoard(panel);
    };
  }

  static Optional<ModbusFrame> reply(ModbusFrame request, byte[] data) {
    return Optional.of(new ModbusFrame(request.address(), request.function(), data));
  }

  static Optional<ModbusFrame> exception(ModbusFrame request, int code) {
    return Optional.of(
        new ModbusFrame(
            request.address(),
            request.function() + ModbusFrame.EXCEPTION,
            new byte[] {(byte) code}));
  }

  static int word(byte[] data, int at) {
    return at + 1 < data.length ? (data[at] & 0xFF) << 8 | data[at + 1] & 0xFF : 0;
  }
}
