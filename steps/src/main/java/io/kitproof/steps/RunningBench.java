package io.kitproof.steps;

import io.kitproof.boards.RigException;
import io.kitproof.fixtures.Bench;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The bench of a run: opened once, and opened anew after a scenario in which it failed, so that a
 * dead part of it can't pass for a dead kit in the next one.
 */
final class RunningBench implements AutoCloseable {
  private final Supplier<Bench> opener;
  private @Nullable Bench bench;
  private @Nullable RuntimeException why;

  private RunningBench(Supplier<Bench> opener) {
    this.opener = opener;
  }

  /**
   * Opens the bench. A board that does not answer is a matter of each scenario: {@link #get} says
   * so then.
   *
   * @throws io.kitproof.fixtures.benchfile.BenchFileException when the file does not fit this host
   */
  static RunningBench open(Supplier<Bench> opener) {
    RunningBench running = new RunningBench(opener);
    try {
      running.bench = opener.get();
    } catch (RigException e) {
      running.why = e;
    }
    return running;
  }

  /** Whether there is one. */
  boolean isThere() {
    return bench != null;
  }

  /**
   * The bench.
   *
   * @throws RuntimeException why there is none
   */
  Bench get() {
    if (bench == null) {
      throw why == null ? new IllegalStateException("The bench was closed.") : why;
    }
    return bench;
  }

  /** Opens it anew; if that fails, the run has no bench any more, for {@code trouble}. */
  void failed(RuntimeException trouble) {
    try {
      close();
      bench = opener.get();
    } catch (RuntimeException e) {
      trouble.addSuppressed(e);
      why = trouble;
    }
  }

  @Override
  public void close() {
    try (Bench closing = bench) {
      bench = null;
    }
  }
}
