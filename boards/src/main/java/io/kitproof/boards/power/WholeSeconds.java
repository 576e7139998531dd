package io.kitproof.boards.power;

import java.time.Duration;

/** What a Shelly can time: its finest step is not the same in all generations. */
final class WholeSeconds {
  private WholeSeconds() {}

  static boolean are(Duration time) {
    return time.toSeconds() > 0 && time.equals(Duration.ofSeconds(time.toSeconds()));
  }
}
