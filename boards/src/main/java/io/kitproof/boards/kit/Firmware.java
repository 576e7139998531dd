package io.kitproof.boards.kit;

import java.time.Duration;

/** From power-on to the app: what WICED prints while it starts (kits.md 1.0). */
final class Firmware implements Runnable {
  private static final Duration TO_BANNER = Duration.ofMillis(100);
  private static final Duration TO_WLAN = Duration.ofMillis(200);

  private final Board board;
  private final Build build;

  Firmware(Board board, Build build) {
    this.board = board;
    this.build = build;
  }

  @Override
  public void run() {
    board.sleep(TO_BANNER);
    board.print(Transcript.BANNER);
    board.sleep(TO_WLAN);
    board.print(Transcript.WLAN_CHIP);
    board.print(Transcript.WLAN_MAC.formatted(board.mac().text()));
    board.print(Transcript.WLAN_FIRMWARE);
    app().run();
  }

  private Runnable app() {
    return switch (build.image().app()) {
      case PUBLISHER -> new Publisher(board, build);
      case SUBSCRIBER -> new Subscriber(board, build);
      case SHADOW -> new Shadow(board, build);
    };
  }
}
