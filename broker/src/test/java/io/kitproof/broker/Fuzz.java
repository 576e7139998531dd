package io.kitproof.broker;

import java.time.Duration;
import java.util.Random;

/**
 * Plays rounds of random input. A build plays a few, always the same. {@code
 * -Dkitproof.fuzz.seconds=600} makes each test play for so long, other rounds every time; a round
 * that fails names its seed, and {@code -Dkitproof.fuzz.seed} begins with that round.
 */
public final class Fuzz {

  /** All that is random in a round comes from here. */
  public interface Round {
    void play(Random random) throws Exception;
  }

  private Fuzz() {}

  /** Plays so many rounds in a build. */
  public static void play(int rounds, Round round) {
    Duration time = Duration.ofSeconds(Long.getLong("kitproof.fuzz.seconds", 0));
    long first = Long.getLong("kitproof.fuzz.seed", time.isZero() ? 1 : System.currentTimeMillis());
    long begun = System.nanoTime();
    for (long i = 0; i < rounds || System.nanoTime() - begun < time.toNanos(); i++) {
      long seed = first + i;
      try {
        round.play(new Random(seed));
      } catch (Exception | AssertionError | StackOverflowError e) {
        throw new AssertionError(
            "Round "
                + (i + 1)
                + " failed. To begin with it: -Dkitproof.fuzz.seed="
                + seed
                + " ("
                + e.getMessage()
                + ")",
            e);
      }
    }
  }
}
