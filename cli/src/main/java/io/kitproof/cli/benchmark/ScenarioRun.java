package io.kitproof.cli.benchmark;

import io.kitproof.reports.Cause;
import io.kitproof.reports.ScenarioRecord;
import io.kitproof.reports.Verdict;
import io.kitproof.reports.text.Printable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What came of running scenarios on some benches at once.
 *
 * @param scenarios that ran, on all benches together
 * @param notPassed those of them that did not simply pass
 * @param nanos from when all benches were open to the end of the last scenario
 */
record ScenarioRun(int benches, int scenarios, List<ScenarioRecord> notPassed, long nanos) {
  /** Keeps of the scenarios only what is needed. */
  static ScenarioRun of(int benches, List<ScenarioRecord> scenarios, long nanos) {
    return new ScenarioRun(
        benches,
        scenarios.size(),
        scenarios.stream().filter(s -> s.verdict() != Verdict.PASSED).toList(),
        nanos);
  }

  static String heading() {
    return String.format(
        Locale.ROOT,
        "%-34s %9s %9s %11s %16s",
        "at once",
        "scenarios",
        "failed",
        "per minute",
        "times one bench");
  }

  private double perMinute() {
    return scenarios * 60e9 / nanos;
  }

  private Optional<Double> times(Optional<ScenarioRun> one) {
    return one.map(base -> perMinute() / base.perMinute());
  }

  /** For people. */
  String row(Optional<ScenarioRun> one) {
    return String.format(
        Locale.ROOT,
        "  %-32s %9d %9d %11.1f %16s",
        benches + (benches == 1 ? " bench" : " benches"),
        scenarios,
        notPassed.size(),
        perMinute(),
        times(one).map(t -> String.format(Locale.ROOT, "%.2f", t)).orElse("-"));
  }

  /** For people: each scenario that did not pass, and why. */
  List<String> failures() {
    return notPassed.stream()
        .map(
            s ->
                s.verdict().words()
                    + " on "
                    + benches
                    + (benches == 1 ? " bench: " : " benches: ")
                    + Printable.line(s.name())
                    + " ("
                    + Printable.line(s.place())
                    + "): "
                    + Printable.line(firstLine(s)))
        .toList();
  }

  /** For programs. */
  Map<String, Object> json(Optional<ScenarioRun> one) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("benches", benches);
    document.put("scenarios", scenarios);
    document.put("failed", notPassed.size());
    document.put("took_ns", nanos);
    document.put("per_minute", perMinute());
    times(one).ifPresent(t -> document.put("times_one_bench", t));
    document.put("failures", notPassed.stream().map(ScenarioRun::failure).toList());
    return document;
  }

  private static Map<String, Object> failure(ScenarioRecord scenario) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("feature", scenario.feature());
    document.put("line", scenario.line());
    document.put("name", scenario.name());
    document.put("verdict", scenario.verdict());
    document.put("message", firstLine(scenario));
    return document;
  }

  private static String firstLine(ScenarioRecord scenario) {
    return scenario.cause().map(Cause::text).flatMap(text -> text.lines().findFirst()).orElse("");
  }
}
