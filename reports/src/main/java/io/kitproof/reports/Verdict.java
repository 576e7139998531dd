package io.kitproof.reports;

/** What a scenario proved, the worst first. */
public enum Verdict {
  /** The kit's fault. */
  FAILED("failed"),
  /** The bench's or the author's fault: the scenario proves nothing about the kit. */
  RIG("rig"),
  /** Passed on a repeat only. */
  FLAKY("flaky"),
  /** Not judged at all: skipped, not possible on this bench, or the run was stopped. */
  NOT_RUN("not run"),
  /** Everything expected was seen. */
  PASSED("passed");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  /** For a sentence, as {@code not run}. */
  public String words() {
    return words;
  }

  /** Whether somebody should look at it. */
  public boolean needsAttention() {
    return this == FAILED || this == RIG || this == FLAKY;
  }
}
