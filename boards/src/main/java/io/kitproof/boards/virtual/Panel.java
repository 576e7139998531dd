package io.kitproof.boards.virtual;

import java.time.Duration;

/** What a board's language acts on. */
interface Panel {
  int channels();

  /** At least 8, whatever the number of contacts. */
  int inputs();

  /** True if the command that is just complete is heard; a silent or hurried board misses it. */
  boolean hears();

  /** True if it says anything at all. */
  boolean speaks();

  /** Does it after that time, unless the board is gone by then. */
  void after(Duration time, Runnable deed);

  boolean tellsPositions();

  /** True if it tells what its inputs see. */
  boolean sees();

  void move(int channel, boolean closed);

  /**
   * Moves a contact now and back after that time, unless another command for it comes in between.
   */
  void flash(int channel, boolean closed, Duration time);

  /** How the board believes its contact stands. */
  boolean readBack(int channel);

  boolean input(int channel);

  void reply(byte[] bytes);
}
