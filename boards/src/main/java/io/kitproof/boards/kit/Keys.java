package io.kitproof.boards.kit;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * What is typed at a kit's console and waits for an app that reads it, in the buffer of the UART.
 * kits.md is silent about its size; what does not fit is lost.
 */
final class Keys {
  private static final int BUFFER = 64;

  private final Life life;
  private final BlockingQueue<Character> typed = new ArrayBlockingQueue<>(BUFFER);

  Keys(Life life) {
    this.life = life;
  }

  void received(byte[] bytes) {
    for (byte b : bytes) {
      boolean unused = typed.offer((char) (b & 0xFF));
    }
  }

  /** Waits for the next one. */
  char next() {
    return life.take(typed);
  }
}
