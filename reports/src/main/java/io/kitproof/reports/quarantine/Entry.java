package io.kitproof.reports.quarantine;

import io.kitproof.reports.ScenarioRecord;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One line of a quarantine.
 *
 * @param feature the feature's file, when the scenario's name is not the only one of its kind
 * @param until the last day on which it counts
 * @param line where it begins in the file
 */
record Entry(
    String scenario,
    Optional<String> feature,
    String owner,
    LocalDate until,
    String why,
    int line) {
  boolean is(ScenarioRecord s) {
    return s.name().equals(scenario) && feature.filter(f -> !f.equals(s.feature())).isEmpty();
  }

  boolean hasEnded(LocalDate today) {
    return today.isAfter(until);
  }
}
