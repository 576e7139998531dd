package io.kitproof.reports.page;

import io.kitproof.reports.RunRecord;
import io.kitproof.reports.Verdict;

/** The run in one sentence. */
final class Headline {
  private Headline() {}

  static String of(RunRecord run) {
    int all = run.scenarios().size();
    int passed = run.count(Verdict.PASSED);
    if (run.count(Verdict.FAILED) > 0) {
      return some(run.count(Verdict.FAILED), all) + " failed";
    }
    if (run.count(Verdict.RIG) > 0) {
      return some(run.count(Verdict.RIG), all) + " could not be judged";
    }
    if (run.count(Verdict.FLAKY) > 0) {
      return some(run.count(Verdict.FLAKY), all) + " passed only on a repeat";
    }
    if (passed == 0) {
      return "No scenario was run";
    }
    String every = passed == 1 ? "The only scenario" : "All " + passed + " scenarios";
    return passed == all ? every + " passed" : every + " that ran passed";
  }

  private static String some(int n, int all) {
    return n + " of " + all + (all == 1 ? " scenario" : " scenarios");
  }
}
