package io.kitproof.boards.kit;

import java.time.Duration;

/** Six seconds in which the button makes the shadow forget its configuration (kits.md 1.3). */
final class ShadowStart implements Runnable {
  private static final Duration BEFORE_BLINKING = Duration.ofSeconds(1);
  private static final Duration BLINK = Duration.ofMillis(100);
  private static final int BLINKS = 25;
  private static final Duration HOLD = Duration.ofSeconds(5);
  private static final Duration CLEARING = Duration.ofSeconds(1);

  private final Board board;

  ShadowStart(Board board) {
    this.board = board;
  }

  @Override
  public void run() {
    board.print(Transcript.WAIT);
    board.sleep(BEFORE_BLINKING);
    for (int i = 0; i < BLINKS; i++) {
      blink();
      if (held()) {
        clear();
        return;
      }
    }
  }

  private void blink() {
    board.led(Pins.LED2, true);
    board.sleep(BLINK);
    board.led(Pins.LED2, false);
    board.sleep(BLINK);
  }

  /** Looks twice, 5 s apart: a short press only costs the time. */
  private boolean held() {
    if (board.high(Pins.MB1)) {
      return false;
    }
    board.sleep(HOLD);
    return !board.high(Pins.MB1);
  }

  private void clear() {
    board.led(Pins.LED1, true);
    board.print(Transcript.CLEARING);
    board.dct().clear();
    board.sleep(CLEARING);
    board.led(Pins.LED1, false);
    board.print(Transcript.CLEARED);
  }
}
