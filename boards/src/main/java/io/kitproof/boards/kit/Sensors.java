package io.kitproof.boards.kit;

/** The sensors of a kit's shield. Any thread may use them. */
final class Sensors {
  private volatile Climate climate = Climate.ROOM;

  /** What they measure now. */
  Climate climate() {
    return climate;
  }

  /** Lets them measure something else. */
  void climate(Climate now) {
    climate = now;
  }
}
