package io.kitproof.reports.run;

import io.kitproof.reports.Cause;
import io.kitproof.reports.Quarantined;
import io.kitproof.reports.RunRecord;
import io.kitproof.reports.ScenarioRecord;
import io.kitproof.reports.Verdict;
import io.kitproof.reports.evidence.TimelineFile;
import io.kitproof.reports.text.Printable;
import io.kitproof.reports.text.Times;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The run in Markdown for the page of a CI job: counts, what needs attention with its cause, what
 * is quarantined. Where the report will be on the web nobody but the caller knows: without that
 * there are no links, only names of files.
 */
final class RunMarkdown {
  /** GitHub shows at most a mebibyte of it, and nobody reads a tenth of that. */
  private static final int MOST = 50;

  private static final int LONGEST_CAUSE = 2_000;

  private final RunRecord run;
  private final Optional<String> url;
  private final StringBuilder out = new StringBuilder();

  private RunMarkdown(RunRecord run, Optional<String> url) {
    this.run = run;
    this.url = url;
  }

  /**
   * The document.
   *
   * @param zone whose times it shows
   * @param url where the report's folder will be, with a slash at its end
   */
  static String of(RunRecord run, ZoneId zone, Optional<String> url) {
    RunMarkdown page = new RunMarkdown(run, url);
    page.head(zone);
    page.attention();
    page.quarantine();
    page.out.append("Report: ").append(page.link("index.html", "index.html")).append('\n');
    return page.out.toString();
  }

  private void head(ZoneId zone) {
    out.append("## Kitproof on ").append(text(run.bench())).append(": ");
    out.append(run.exitCode().meaning()).append("\n\n");
    out.append(Times.moment(run.started(), zone)).append(", ");
    out.append(Times.length(run.took())).append(", cloud ").append(text(run.cloud()));
    out.append(run.interrupted() ? ". The run was stopped before its end.\n\n" : ".\n\n");
    out.append("| passed | failed | rig | flaky | not run | in quarantine |\n");
    out.append("|---|---|---|---|---|---|\n");
    for (Verdict v :
        List.of(Verdict.PASSED, Verdict.FAILED, Verdict.RIG, Verdict.FLAKY, Verdict.NOT_RUN)) {
      out.append("| ").append(run.count(v)).append(' ');
    }
    out.append("| ").append(run.quarantined().size()).append(" |\n\n");
  }

  private void attention() {
    int number = 0;
    int shown = 0;
    for (ScenarioRecord s : run.scenarios()) {
      number++;
      if (s.verdict().needsAttention() && ++shown <= MOST) {
        String page = TimelineFile.page(number, s);
        out.append("### ").append(s.verdict().words()).append(": ");
        out.append(link(s.name(), page)).append("\n\n").append(text(s.place())).append(", ");
        out.append(Times.length(s.took())).append(", `").append(page).append("`\n\n");
        s.cause().ifPresent(this::cause);
      }
    }
    if (shown > MOST) {
      out.append("and ").append(shown - MOST).append(" more, see the report.\n\n");
    }
  }

  private void cause(Cause cause) {
    String told = Printable.lines(cause.text()).strip();
    String some = told.length() > LONGEST_CAUSE ? told.substring(0, LONGEST_CAUSE) + "…" : told;
    // Indented code: no fence that the text could end.
    out.append("Blamed: ").append(text(cause.blamed())).append("\n\n");
    some.lines().forEach(line -> out.append(line.isBlank() ? "\n" : "    " + line + "\n"));
    out.append('\n');
  }

  private void quarantine() {
    int number = run.scenarios().size();
    if (!run.quarantined().isEmpty()) {
      out.append("### In quarantine, deciding nothing\n\n");
      for (Quarantined one : run.quarantined()) {
        number++;
        String page = TimelineFile.page(number, one.scenario());
        out.append("* ").append(link(one.scenario().name(), page)).append(": ");
        out.append(text(one.words())).append('\n');
      }
      out.append('\n');
    }
  }

  private String link(String name, String file) {
    return url.map(base -> "[" + text(name) + "](" + base + file + ")").orElseGet(() -> text(name));
  }

  /** Text of unknown origin on one line, with nothing in it that Markdown or HTML would take up. */
  private static String text(String unknown) {
    return Printable.line(unknown)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replaceAll("([\\\\`*_\\[\\]|~@])", "\\\\$1");
  }
}
