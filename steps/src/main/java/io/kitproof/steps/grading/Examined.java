package io.kitproof.steps.grading;

import io.kitproof.reports.ScenarioRecord;
import io.kitproof.reports.grading.Grade;
import java.util.List;

/** What came of a submission, with what was seen on the way. */
record Examined(Grade grade, List<ScenarioRecord> scenarios) {
  /** Copies the list. */
  Examined {
    scenarios = List.copyOf(scenarios);
  }
}
