package io.kitproof.boards.kit;

import java.time.Duration;

/**
 * How all shadows begin (kits.md 1.3): six seconds in which the button makes them forget their
 * configuration; and whoever has none is configured and starts anew. That of 2019 has its code in
 * another file (kits.md 1.4), of which no other behaviour is known.
 */
final class ShadowStart implements Runnable {
  private static final Duration BEFORE_BLINKING = Duration.ofSeconds(1);
  private static final Duration BLINK = Duration.ofMillis(100);
  private static final int BLINKS = 25;
  private static final Duration HOLD = Duration.ofSeconds(5);
  private static final Duration CLEARING = Duration.ofSeconds(1);

  private final Board board;
  private final Build build;

  ShadowStart(Board board, Build build) {
    this.board = board;
    this.build = build;
  }

  /** Returns when the kit is configured. */
  @Override
  public void run() {
    offerToClear();
    if (!board.dct().configured()) {
      Profile profile = build.image().profile();
      new ConfigAccessPoint(board, profile, build.configSsid()).run();
      board.print(profile == Profile.CLASS2019 ? AwsTranscript.RESTARTING : Transcript.RESTARTING);
      board.restart();
    }
  }

  private void offerToClear() {
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
