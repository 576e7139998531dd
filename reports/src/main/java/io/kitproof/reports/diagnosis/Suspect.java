package io.kitproof.reports.diagnosis;

import java.util.List;

/**
 * A cause that explains what was seen.
 *
 * @param code of the mistake, as bench files call it, or of a fault of the bench
 * @param blame whose fault it is
 * @param text one sentence: what is wrong
 * @param evidence what it was seen by, a line each
 * @param hint what to look at, in a student's terms
 */
public record Suspect(String code, Blame blame, String text, List<String> evidence, String hint) {
  /** Whose fault a cause is. */
  public enum Blame {
    /** The kit's: its firmware, its papers, or how it was set up. */
    KIT,
    /** The bench's: it proves nothing about the kit. */
    RIG
  }

  /** Copies the list. */
  public Suspect {
    evidence = List.copyOf(evidence);
  }
}
