package io.kitproof.reports.page;

import io.kitproof.reports.RunRecord;
import io.kitproof.reports.ScenarioRecord;
import io.kitproof.reports.evidence.TimelineFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The scenarios of a run with the numbers that name their anchors and files. */
record Numbered(List<Entry> entries) {

  /** A scenario and its place in the run, from 1. */
  record Entry(int number, ScenarioRecord scenario) {
    String anchor() {
      return "s" + number;
    }

    String file() {
      return TimelineFile.of(number, scenario);
    }

    String fileOfFirst() {
      return TimelineFile.ofFirst(number, scenario);
    }

    String timelinePage() {
      return TimelineFile.page(number, scenario);
    }

    String timelinePageOfFirst() {
      return TimelineFile.pageOfFirst(number, scenario);
    }
  }

  static Numbered of(RunRecord run) {
    List<Entry> entries = new ArrayList<>();
    for (ScenarioRecord s : run.scenarios()) {
      entries.add(new Entry(entries.size() + 1, s));
    }
    return new Numbered(List.copyOf(entries));
  }

  /** The worst first. */
  List<Entry> needingAttention() {
    return entries.stream()
        .filter(e -> e.scenario().verdict().needsAttention())
        .sorted(Comparator.comparing(e -> e.scenario().verdict()))
        .toList();
  }
}
