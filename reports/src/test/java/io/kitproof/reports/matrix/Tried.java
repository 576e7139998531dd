package io.kitproof.reports.matrix;

import io.kitproof.reports.Verdict;
import io.kitproof.reports.matrix.Trial.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Trials as they could have come out. */
final class Tried {
  static final Trial TOPIC =
      new Trial(Kind.MISTAKE, Optional.of("publisher"), "wrong-topic", "uses the SDK's topic");
  static final Trial BOUNCE =
      new Trial(Kind.FAULT, Optional.empty(), "bouncing-relay", "contacts bounce");

  private Tried() {}

  static Cell passed(int line) {
    return new Cell("05_pair.feature:" + line, "scenario " + line, Verdict.PASSED, List.of(), "");
  }

  static Cell failed(int line, String... named) {
    return new Cell(
        "05_pair.feature:" + line,
        "scenario " + line,
        Verdict.FAILED,
        List.of(named),
        "LED1 <stayed> off | dark.");
  }

  static Cell rig(int line) {
    return new Cell(
        "05_pair.feature:" + line,
        "scenario " + line,
        Verdict.RIG,
        List.of("bench"),
        "It is stuck.");
  }

  static Matrix matrix(Row... rows) {
    return new Matrix(
        "virtual", Instant.parse("2026-11-23T01:10:03Z"), Duration.ofSeconds(61), List.of(rows));
  }
}
