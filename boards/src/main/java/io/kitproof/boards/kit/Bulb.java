package io.kitproof.boards.kit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.concurrent.Semaphore;

/**
 * The subscriber's message callback: the payload goes into a static buffer of ten bytes, whose
 * beginning is then compared as C compares strings (kits.md 1.2). The class of 2019 compares the
 * payload where the library has put it, so that nothing can overflow.
 */
final class Bulb {
  private static final int BUFFER = 10;

  private final Board board;
  private final Build build;
  private final boolean buffered;
  private final byte[] on;

  /** The buffer, and after it the memory that long messages overwrite. */
  private byte[] memory = new byte[BUFFER + 1];

  Bulb(Board board, Build build) {
    this.board = board;
    this.build = build;
    this.buffered = build.image().profile() != Profile.CLASS2019;
    this.on = (build.quirks().onText() + "\0").getBytes(US_ASCII);
  }

  void received(byte[] payload) {
    if (buffered && payload.length > BUFFER && build.image().overflow() == Overflow.CRASH) {
      board.life().crash();
    }
    store(payload);
    boolean lit = equal(build.quirks().staleCompare() ? Integer.MAX_VALUE : payload.length);
    board.led(build.quirks().led(), lit != build.quirks().ledInverted());
    board.print(lit ? build.quirks().line(Transcript.LIGHT_ON) : Transcript.LIGHT_OFF);
    if (build.quirks().blocks()) {
      // For an event that only this thread could deliver.
      board.life().acquire(new Semaphore(0));
    }
  }

  /**
   * Where there is a buffer, the terminator goes one place too far, so what was there before stays
   * between.
   */
  private void store(byte[] payload) {
    memory = Arrays.copyOf(memory, Math.max(memory.length, payload.length + 2));
    System.arraycopy(payload, 0, memory, 0, payload.length);
    if (buffered) {
      memory[payload.length + 1] = 0;
    }
  }

  /** C's strncmp: at most so many bytes, and none after a NUL. */
  private boolean equal(int atMost) {
    for (int i = 0; i < atMost; i++) {
      if (memory[i] != on[i]) {
        return false;
      }
      if (on[i] == 0) {
        return true;
      }
    }
    return true;
  }
}
