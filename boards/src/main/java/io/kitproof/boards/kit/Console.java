package io.kitproof.boards.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.Consumer;

/**
 * The firmware's standard output: every line feed gets a carriage return, and nothing leaves before
 * its line is complete, unless the image is built otherwise (kits.md 1.0).
 */
final class Console {
  private final Life life;
  private final boolean lineBuffered;
  private final Consumer<byte[]> uart;
  private final StringBuilder line = new StringBuilder();

  Console(Life life, boolean lineBuffered, Consumer<byte[]> uart) {
    this.life = life;
    this.lineBuffered = lineBuffered;
    this.uart = uart;
  }

  void print(String text) {
    life.output(() -> put(text.replace("\n", "\r\n")));
  }

  /** Past all that, as the UART's own function does it. */
  void transmit(String bytes) {
    life.output(() -> uart.accept(bytes.getBytes(UTF_8)));
  }

  private void put(String text) {
    line.append(text);
    int end = lineBuffered ? line.lastIndexOf("\n") + 1 : line.length();
    if (end > 0) {
      uart.accept(line.substring(0, end).getBytes(UTF_8));
      line.delete(0, end);
    }
  }
}
