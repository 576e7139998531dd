package io.kitproof.boards.family;

import io.kitproof.boards.virtual.VirtualBoard;
import java.nio.file.Path;
import java.time.Duration;

/** The families, with their drivers and their virtual boards. */
enum Kind {
  LCUS,
  NUMATO,
  MODBUS;

  static final int CHANNELS = 4;
  private static final LcusOptions QUICK = LcusOptions.defaults().withSpacing(Duration.ofMillis(5));

  VirtualBoard plug(Path link) {
    return switch (this) {
      case LCUS -> VirtualBoard.lcus("twin", link, CHANNELS);
      case NUMATO -> VirtualBoard.numato("twin", link, CHANNELS, 1);
      case MODBUS -> VirtualBoard.modbus("twin", link, CHANNELS, 115200, 1);
    };
  }

  BoardPort open(Path port) {
    return switch (this) {
      case LCUS -> BoardPort.lcus("presses", port, QUICK);
      case NUMATO -> BoardPort.numato("presses", port);
      case MODBUS -> BoardPort.modbus("presses", port, 115200, 1);
    };
  }

  String closing() {
    return switch (this) {
      case LCUS -> "close 2";
      case NUMATO -> "relay on 2";
      case MODBUS -> "write coil 2 on (01 05 00 02 FF 00 2D FA)";
    };
  }
}
