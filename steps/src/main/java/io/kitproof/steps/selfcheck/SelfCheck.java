package io.kitproof.steps.selfcheck;

import io.kitproof.fixtures.benchfile.BenchFile;
import io.kitproof.reports.matrix.Cell;
import io.kitproof.reports.matrix.Matrix;
import io.kitproof.reports.matrix.Row;
import io.kitproof.steps.Crew;
import io.kitproof.steps.Progress;
import io.kitproof.steps.Stopper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs features with each mistake that a kit of a virtual bench can make, with each fault the bench
 * can have, and once with nothing wrong. Each trial has a bench of its own; benches that wait cost
 * nothing, so many are at work at once.
 *
 * @param atOnce how many benches are at work at once, at least 1
 */
public record SelfCheck(BenchFile bench, Trials trials, int atOnce) {
  /** How the names of its threads begin. */
  static final String THREAD = "kitproof-self-check-";

  /** What fits two cores. */
  public static final int AT_ONCE = 8;

  /**
   * Runs all trials.
   *
   * @param told hears a line a trial that has ended, one at a time
   * @throws io.kitproof.fixtures.timeline.InterruptedWaitException when the calling thread is
   *     interrupted; all benches are closed then
   */
  public Matrix run(Consumer<String> told) {
    Instant started = Instant.now();
    long began = System.nanoTime();
    List<TrialRun> runs = trials.on(bench);
    Tally tally = new Tally(runs.size(), told);
    List<Row> rows =
        new Crew(atOnce, THREAD).work(runs, (run, stopper) -> tally.count(row(run, stopper)));
    return new Matrix(bench.bench(), started, Duration.ofNanos(System.nanoTime() - began), rows);
  }

  private static Row row(TrialRun run, Stopper stopper) {
    return new Row(
        run.trial(),
        run.course().run(Progress.none(), stopper).scenarios().stream().map(Cell::of).toList());
  }
}
