package io.kitproof.reports.history;

import io.kitproof.reports.Verdict;
import java.util.Collection;
import java.util.Locale;

/** How often scenarios ended how. */
record Tally(int passed, int failed, int rig, int flaky, int notRun) {
  static Tally of(Collection<Entry> entries) {
    return new Tally(
        count(entries, Verdict.PASSED),
        count(entries, Verdict.FAILED),
        count(entries, Verdict.RIG),
        count(entries, Verdict.FLAKY),
        count(entries, Verdict.NOT_RUN));
  }

  private static int count(Collection<Entry> entries, Verdict verdict) {
    return (int) entries.stream().filter(e -> e.verdict() == verdict).count();
  }

  /** Those that proved something. */
  int judged() {
    return passed + troubled();
  }

  int troubled() {
    return failed + rig + flaky;
  }

  /** As {@code 7 % (14 of 200)}: no rate without its counts. */
  String rate() {
    return rate(troubled());
  }

  String rate(int some) {
    if (judged() == 0) {
      return "never judged";
    }
    double percent = 100.0 * some / judged();
    String shown =
        percent == Math.rint(percent) || percent >= 10
            ? String.format(Locale.ROOT, "%.0f", percent)
            : String.format(Locale.ROOT, "%.1f", percent);
    return shown + " % (" + some + " of " + judged() + ")";
  }
}
