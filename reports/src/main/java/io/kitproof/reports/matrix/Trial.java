package io.kitproof.reports.matrix;

import java.util.Optional;

/**
 * What was wrong on purpose while the scenarios ran.
 *
 * @param kit whose mistake it is; empty for a fault of the bench and for none
 * @param code of the mistake or fault
 * @param text what is wrong, in a few words
 */
public record Trial(Kind kind, Optional<String> kit, String code, String text) {
  /** What kind of thing was wrong, and so what has to come of it. */
  public enum Kind {
    /** Nothing: everything has to pass. */
    CONTROL,
    /** A kit's mistake: some scenario has to fail and name it. */
    MISTAKE,
    /** A fault of the bench: no kit may be accused. */
    FAULT
  }

  /** One with nothing wrong. */
  public static Trial control() {
    return new Trial(Kind.CONTROL, Optional.empty(), "nothing", "is right");
  }

  /** As the command line says it: {@code publisher:wrong-topic}. */
  public String name() {
    return kit.map(name -> name + ":" + code).orElse(code);
  }
}
