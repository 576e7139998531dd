package io.kitproof.steps;

import io.cucumber.core.feature.FeatureWithLines;
import io.kitproof.reports.Cause;
import io.kitproof.reports.ScenarioRecord;
import io.kitproof.reports.Verdict;
import io.kitproof.reports.diagnosis.Diagnosis;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Which scenarios deserve another attempt: those that the bench failed; and, where failures are to
 * be confirmed, those that a kit failed for a cause that nothing names, or no other scenario.
 */
record Repeats(boolean confirming) {

  List<FeatureWithLines> of(Map<FeatureWithLines, ScenarioRecord> ran) {
    return ran.entrySet().stream()
        .filter(
            one ->
                one.getValue().judgement().benchFailed()
                    || (confirming && isDoubtful(one.getValue(), ran.values())))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean isDoubtful(ScenarioRecord one, Collection<ScenarioRecord> all) {
    return one.verdict() == Verdict.FAILED
        && one.cause().stream()
            .flatMap(cause -> cause.alike().stream())
            .filter(code -> !code.equals(Diagnosis.UNKNOWN) && !code.equals(Cause.KIT))
            .noneMatch(
                code ->
                    all.stream()
                        .anyMatch(
                            other -> !other.place().equals(one.place()) && names(other, code)));
  }

  private static boolean names(ScenarioRecord scenario, String code) {
    return scenario.verdict() == Verdict.FAILED
        && scenario.cause().filter(cause -> cause.alike().contains(code)).isPresent();
  }
}
