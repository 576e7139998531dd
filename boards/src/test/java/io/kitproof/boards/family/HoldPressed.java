package io.kitproof.boards.family;

import io.kitproof.boards.family.LcusOptions.ReadBack;
import io.kitproof.boards.relay.RelayBoard;
import io.kitproof.boards.relay.Switched;
import java.nio.file.Path;
import java.time.Duration;

/** A run of its own that holds contact 0 closed until it is ended. */
final class HoldPressed {
  private HoldPressed() {}

  /** Arguments: family, port. */
  public static void main(String... args) {
    Path port = Path.of(args[1]);
    if (args[0].equals("lcus")) {
      LcusOptions options = LcusOptions.defaults().withReadBack(ReadBack.NEVER);
      RelayBoard board =
          BoardPort.lcus("presses", port, options).relays("presses", 1, HoldPressed::say);
      board.close(0);
      waitForTheEnd();
    } else {
      RelayBoard board = BoardPort.numato("presses", port).relays("presses", 1, HoldPressed::say);
      board.pulse(0, Duration.ofSeconds(60));
    }
  }

  private static void say(String board, Switched what) {
    System.out.println(what.closed() ? "pressed" : "let go");
  }

  private static void waitForTheEnd() {
    try {
      Thread.currentThread().join(Duration.ofSeconds(60).toMillis());
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }
}
