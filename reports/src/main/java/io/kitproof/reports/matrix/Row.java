package io.kitproof.reports.matrix;

import io.kitproof.reports.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One trial with what each scenario made of it. */
public record Row(Trial trial, List<Cell> cells) {
  /** Copies the list. */
  public Row {
    cells = List.copyOf(cells);
  }

  /** How many scenarios ended so. */
  public int count(Verdict verdict) {
    return (int) cells.stream().filter(cell -> cell.verdict() == verdict).count();
  }

  /** The scenarios that failed, as they should when a kit makes a mistake. */
  public List<Cell> caught() {
    return cells.stream().filter(Cell::failed).toList();
  }

  /** Whether some scenario names the right cause first and alone. */
  public boolean namedAlone() {
    return caught().stream().anyMatch(cell -> cell.named().equals(List.of(trial.code())));
  }

  /** Whether some scenario has the right cause among those it names. */
  public boolean named() {
    return caught().stream().anyMatch(cell -> cell.named().contains(trial.code()));
  }

  /** The failed scenarios that name something else. */
  public List<Cell> wrong() {
    return caught().stream().filter(cell -> cell.accusesWrongly(trial.code())).toList();
  }

  /** What should not be, a sentence each; empty when the trial came out as it should. */
  public List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    if (cells.isEmpty()) {
      complaints.add(trial.name() + " met no scenario.");
      return complaints;
    }
    switch (trial.kind()) {
      case CONTROL ->
          cells.stream()
              .filter(cell -> cell.verdict().needsAttention())
              .forEach(cell -> complaints.add("Nothing was wrong, but " + said(cell)));
      case FAULT ->
          caught()
              .forEach(
                  cell ->
                      complaints.add("A kit was accused of " + trial.name() + ": " + said(cell)));
      case MISTAKE -> ofMistake(complaints);
    }
    return complaints;
  }

  private void ofMistake(List<String> complaints) {
    if (caught().isEmpty()) {
      complaints.add(trial.name() + " survives: no scenario failed.");
    } else if (!named()) {
      complaints.add(trial.name() + " is caught, but no scenario names it.");
    }
    Map<List<String>, List<Cell>> others =
        wrong().stream()
            .collect(Collectors.groupingBy(Cell::named, LinkedHashMap::new, Collectors.toList()));
    others.forEach((named, cells) -> complaints.add(takenFor(named, cells)));
  }

  private String takenFor(List<String> named, List<Cell> cells) {
    return "%s is taken for %s by %s; the first said: %s"
        .formatted(
            trial.name(),
            String.join(" or ", named),
            cells.stream().map(Cell::place).collect(Collectors.joining(", ")),
            cells.get(0).why());
  }

  private static String said(Cell cell) {
    return "%s \"%s\" %s and named %s: %s"
        .formatted(
            cell.place(),
            cell.scenario(),
            cell.verdict().words(),
            String.join(" or ", cell.named()),
            cell.why());
  }
}
