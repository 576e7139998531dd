package io.kitproof.steps.selfcheck;

import io.kitproof.reports.matrix.Row;
import io.kitproof.reports.matrix.Trial.Kind;
import io.kitproof.steps.Pace;
import java.util.function.Consumer;

/** Counts the trials that have ended, and says how long the rest may take. */
final class Tally {
  private final int all;
  private final Consumer<String> told;
  private final Pace pace;
  private int done;

  Tally(int all, Consumer<String> told) {
    this.all = all;
    this.told = told;
    this.pace = new Pace(all);
  }

  synchronized Row count(Row row) {
    done++;
    told.accept(
        "%d of %d, about %d s left: %s %s"
            .formatted(done, all, pace.left(done).toSeconds(), row.trial().name(), cameOut(row)));
    return row;
  }

  private static String cameOut(Row row) {
    if (!row.complaints().isEmpty()) {
      return "did not come out right: " + row.complaints().get(0);
    }
    return row.trial().kind() == Kind.MISTAKE
        ? "was caught by " + row.caught().size() + " of " + row.cells().size() + " scenarios"
        : "came out right in " + row.cells().size() + " scenarios";
  }
}
