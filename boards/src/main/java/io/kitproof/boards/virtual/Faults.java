package io.kitproof.boards.virtual;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is wrong with a virtual board. Faults combine: each {@code with} adds one to those there
 * are. They can be changed while drivers use the board.
 *
 * @param silent it hears nothing, does nothing, says nothing, like a board without power on its
 *     relay side
 * @param delay how late each reply comes; the contacts move in time
 * @param garble the seed by which bytes of each reply are changed; empty for clean replies
 * @param dropFasterThan a command that comes sooner after the one before is not heard; cheap LCUS
 *     clones need 50 ms
 * @param stuck contacts that stay closed (true) or open (false) whatever is commanded, and are read
 *     back so; 0-based
 * @param bounce how contacts bounce when they move
 * @param readBack false for a board that does not tell how its contacts stand
 * @param operateDelay how long a contact takes from the command to the move
 * @param blind it does not tell what its inputs see, like a board whose inputs have no supply
 */
public record Faults(
    boolean silent,
    Duration delay,
    OptionalLong garble,
    Duration dropFasterThan,
    Map<Integer, Boolean> stuck,
    Optional<Bounce> bounce,
    boolean readBack,
    Duration operateDelay,
    boolean blind) {

  private static final Faults NONE =
      new Faults(
          false,
          Duration.ZERO,
          OptionalLong.empty(),
          Duration.ZERO,
          Map.of(),
          Optional.empty(),
          true,
          Duration.ZERO,
          false);

  /**
   * Extra edges after each move of a contact.
   *
   * @param edges at most so many, at least 2; always an even number comes, so that the contact ends
   *     where it should
   * @param within the time after the move in which they come
   * @param seed the same seed gives the same edges at the same times after each move
   */
  public record Bounce(int edges, Duration within, long seed) {
    public Bounce {
      if (edges < 2) {
        throw new IllegalArgumentException(
            "A contact that bounces makes at least 2 extra edges, not " + edges + ".");
      }
      refuseNegative("bounce time", within);
    }
  }

  public Faults {
    refuseNegative("delay", delay);
    refuseNegative("shortest time between commands", dropFasterThan);
    refuseNegative("operate delay", operateDelay);
    stuck = Map.copyOf(stuck);
  }

  /** Nothing is wrong. */
  public static Faults none() {
    return NONE;
  }

  public Faults withSilence() {
    return new Faults(
        true, delay, garble, dropFasterThan, stuck, bounce, readBack, operateDelay, blind);
  }

  public Faults withDelay(Duration delay) {
    return new Faults(
        silent, delay, garble, dropFasterThan, stuck, bounce, readBack, operateDelay, blind);
  }

  public Faults withGarble(long seed) {
    return new Faults(
        silent,
        delay,
        OptionalLong.of(seed),
        dropFasterThan,
        stuck,
        bounce,
        readBack,
        operateDelay,
        blind);
  }

  public Faults withDropFasterThan(Duration spacing) {
    return new Faults(silent, delay, garble, spacing, stuck, bounce, readBack, operateDelay, blind);
  }

  public Faults withStuck(int channel, boolean closed) {
    Map<Integer, Boolean> more = new HashMap<>(stuck);
    more.put(channel, closed);
    return new Faults(
        silent, delay, garble, dropFasterThan, more, bounce, readBack, operateDelay, blind);
  }

  public Faults withBounce(int edges, Duration within, long seed) {
    Optional<Bounce> some = Optional.of(new Bounce(edges, within, seed));
    return new Faults(
        silent, delay, garble, dropFasterThan, stuck, some, readBack, operateDelay, blind);
  }

  public Faults withoutReadBack() {
    return new Faults(
        silent, delay, garble, dropFasterThan, stuck, bounce, false, operateDelay, blind);
  }

  public Faults withOperateDelay(Duration delay) {
    return new Faults(
        silent, this.delay, garble, dropFasterThan, stuck, bounce, readBack, delay, blind);
  }

  public Faults withBlindness() {
    return new Faults(
        silent, delay, garble, dropFasterThan, stuck, bounce, readBack, operateDelay, true);
  }

  private static void refuseNegative(String what, Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(
          "The " + what + " of a virtual board cannot be " + value + ".");
    }
  }
}
