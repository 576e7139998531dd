package io.kitproof.reports.matrix;

import io.kitproof.reports.Cause;
import io.kitproof.reports.ScenarioRecord;
import io.kitproof.reports.Verdict;
import java.util.List;

/**
 * What one scenario proved in one trial.
 *
 * @param place where it stands, as {@code 05_pair.feature:12}
 * @param named the codes of the causes it named, all that explain it equally well; empty when it
 *     passed
 * @param why the first line of what it said; empty when it passed
 */
public record Cell(String place, String scenario, Verdict verdict, List<String> named, String why) {
  private static final String UNKNOWN = "unknown";

  /** Copies the list. */
  public Cell {
    named = List.copyOf(named);
  }

  /** Of a scenario that ran; keeps nothing else of it. */
  public static Cell of(ScenarioRecord ran) {
    return new Cell(
        ran.place(),
        ran.name(),
        ran.verdict(),
        ran.cause().map(Cause::alike).orElse(List.of()),
        ran.cause().map(Cause::text).flatMap(text -> text.lines().findFirst()).orElse(""));
  }

  boolean failed() {
    return verdict == Verdict.FAILED;
  }

  /** Whether it failed and named something else: nothing known is no accusation. */
  boolean accusesWrongly(String code) {
    return failed() && !named.contains(code) && !named.equals(List.of(UNKNOWN));
  }
}
