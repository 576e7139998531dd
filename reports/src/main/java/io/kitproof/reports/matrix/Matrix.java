package io.kitproof.reports.matrix;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that was tried.
 *
 * @param took from the beginning of the first trial to the end of the last, which overlap
 */
public record Matrix(String bench, Instant started, Duration took, List<Row> rows) {
  /** Copies the list. */
  public Matrix {
    rows = List.copyOf(rows);
  }

  /** Each scenario once, in the order in which they were met first. */
  public List<Cell> scenarios() {
    Map<String, Cell> first = new LinkedHashMap<>();
    rows.forEach(row -> row.cells().forEach(cell -> first.putIfAbsent(cell.place(), cell)));
    return List.copyOf(first.values());
  }

  /** What should not be, in the order of the trials. */
  public List<String> complaints() {
    return rows.stream().flatMap(row -> row.complaints().stream()).toList();
  }

  /** The rows of one kind. */
  public List<Row> of(Trial.Kind kind) {
    return rows.stream().filter(row -> row.trial().kind() == kind).toList();
  }
}
