package io.kitproof.reports;

/** What {@code kitproof run} exits with, and what that means. */
public enum ExitCode {
  /** Nothing failed. */
  PASSED(0, "nothing failed"),
  /** A kit did not do what it should. */
  FAILED(1, "a kit did not do what it should"),
  /** The bench or a test was at fault, no kit. */
  RIG(3, "the bench, its file or a test was at fault, so not every kit could be judged"),
  /** Something passed on a repeat only. */
  FLAKY(4, "something passed only when it was repeated"),
  /** Stopped, and nothing went wrong until then: what a shell says of a program ended by Ctrl-C. */
  STOPPED(130, "the run was stopped before its end, nothing had failed until then");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  static ExitCode of(RunRecord run) {
    if (run.count(Verdict.FAILED) > 0) {
      return FAILED;
    }
    if (run.count(Verdict.RIG) > 0) {
      return RIG;
    }
    if (run.count(Verdict.FLAKY) > 0) {
      return FLAKY;
    }
    return run.interrupted() ? STOPPED : PASSED;
  }

  /** The number the operating system gets. */
  public int code() {
    return code;
  }

  /** What it means, for a sentence. */
  public String meaning() {
    return meaning;
  }
}
