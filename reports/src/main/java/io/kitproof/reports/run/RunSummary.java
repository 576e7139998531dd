package io.kitproof.reports.run;

import io.kitproof.reports.Quarantined;
import io.kitproof.reports.RunRecord;
import io.kitproof.reports.ScenarioRecord;
import io.kitproof.reports.Spread;
import io.kitproof.reports.Verdict;
import io.kitproof.reports.text.Printable;
import io.kitproof.reports.text.Times;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The run in a few lines for a terminal: what needs attention, what was left out, the counts. */
public final class RunSummary {
  private static final String RESET = "\u001b[0m";

  private final RunRecord run;
  private final boolean colour;
  private final StringBuilder out = new StringBuilder();

  private RunSummary(RunRecord run, boolean colour) {
    this.run = run;
    this.colour = colour;
  }

  /**
   * The summary, each line with its line feed.
   *
   * @param report where the page is, as the reader will find it
   * @param colour whether the terminal takes ANSI colours
   */
  public static String of(RunRecord run, String report, boolean colour) {
    RunSummary summary = new RunSummary(run, colour);
    summary.attention();
    summary.warnings();
    summary.marginal();
    summary.leftOut();
    summary.quarantined();
    summary.counts();
    summary.out.append("Report: ").append(Printable.line(report)).append('\n');
    return summary.out.toString();
  }

  private void attention() {
    for (ScenarioRecord s : run.scenarios()) {
      if (s.verdict().needsAttention()) {
        String name = Printable.line(s.name());
        String label = s.verdict().words().toUpperCase(Locale.ROOT);
        out.append(paint(s.verdict(), label)).append("  ").append(name).append('\n');
        out.append("  ").append(Printable.line(s.place())).append(", ");
        out.append(Times.length(s.took())).append('\n');
        s.cause().ifPresent(c -> out.append(Printable.lines(c.text()).strip().indent(4)));
        out.append('\n');
      }
    }
  }

  private void warnings() {
    List<ScenarioRecord> warned =
        run.scenarios().stream().filter(ScenarioRecord::passedWithWarnings).toList();
    for (ScenarioRecord s : warned) {
      out.append(yellow("warning")).append("  ").append(Printable.line(s.name()));
      out.append(" (").append(Printable.line(s.place())).append(")\n");
      s.seen().warnings().forEach(w -> out.append("    " + Printable.line(w) + "\n"));
    }
    if (!warned.isEmpty()) {
      out.append('\n');
    }
  }

  private String yellow(String text) {
    return colour ? "\u001b[33m" + text + RESET : text;
  }

  private void marginal() {
    boolean any = false;
    for (ScenarioRecord s : run.scenarios()) {
      List<Spread> close =
          Spread.of(s.seen().measurements()).stream().filter(m -> m.marginal() > 0).toList();
      if (s.verdict() == Verdict.PASSED && !close.isEmpty()) {
        any = true;
        out.append("passed, but marginal: ").append(Printable.line(s.name())).append('\n');
        out.append("  ").append(Printable.line(s.place())).append('\n');
        close.forEach(m -> out.append("    ").append(words(m)).append('\n'));
      }
    }
    out.append(any ? "\n" : "");
  }

  /** Where one is marginal none is beyond its limit, so the longest is the one to tell. */
  private static String words(Spread s) {
    String limit = s.limit().map(l -> " of " + Times.millis(l) + " ms").orElse("");
    String times = s.count() == 1 ? "" : " (" + s.marginal() + " of " + s.count() + ")";
    return Printable.line(s.name()) + " " + Times.millis(s.max()) + limit + times;
  }

  private void leftOut() {
    Map<String, Integer> reasons = new LinkedHashMap<>();
    for (ScenarioRecord s : run.scenarios()) {
      if (s.verdict() == Verdict.NOT_RUN) {
        String reason = s.cause().map(c -> Printable.line(c.text())).orElse("no reason given");
        reasons.merge(reason, 1, Integer::sum);
      }
    }
    reasons.forEach(
        (reason, n) ->
            out.append(paint(Verdict.NOT_RUN, n + " not run")).append("  ").append(reason + "\n"));
    if (!reasons.isEmpty()) {
      out.append('\n');
    }
  }

  private void quarantined() {
    for (Quarantined one : run.quarantined()) {
      ScenarioRecord s = one.scenario();
      out.append(yellow("quarantined")).append("  ").append(Printable.line(s.name()));
      out.append(" (").append(Printable.line(s.place())).append(")\n    ");
      out.append(Printable.line(one.words())).append('\n');
    }
    if (!run.quarantined().isEmpty()) {
      out.append('\n');
    }
  }

  private void counts() {
    List<String> parts = new ArrayList<>();
    for (Verdict v :
        List.of(Verdict.PASSED, Verdict.FAILED, Verdict.RIG, Verdict.FLAKY, Verdict.NOT_RUN)) {
      if (run.count(v) > 0 || v == Verdict.PASSED || v == Verdict.FAILED) {
        parts.add(paint(v, run.count(v) + " " + v.words()) + withWarnings(v));
      }
    }
    if (run.interrupted()) {
      out.append("The run was stopped: this is what ran until then.\n");
    }
    int n = run.scenarios().size();
    out.append(n).append(n == 1 ? " scenario" : " scenarios");
    out.append(" on ").append(Printable.line(run.bench()));
    out.append(" in ").append(Times.length(run.took())).append(": ");
    out.append(String.join(", ", parts));
    int aside = run.quarantined().size();
    out.append(aside == 0 ? "\n" : "; " + aside + " in quarantine, which decide nothing\n");
  }

  private String withWarnings(Verdict verdict) {
    long n = run.scenarios().stream().filter(ScenarioRecord::passedWithWarnings).count();
    return verdict == Verdict.PASSED && n > 0 ? " (" + n + " with warnings)" : "";
  }

  private String paint(Verdict verdict, String text) {
    // zero of something is no news
    if (!colour || text.startsWith("0 ")) {
      return text;
    }
    String code =
        switch (verdict) {
          case PASSED -> "\u001b[32m";
          case FAILED -> "\u001b[1;31m";
          case RIG, FLAKY -> "\u001b[1;33m";
          case NOT_RUN -> "\u001b[2m";
        };
    return code + text + RESET;
  }
}
