package io.kitproof.steps;

import io.kitproof.boards.RigException;
import io.kitproof.fixtures.Bench;
import io.kitproof.fixtures.health.Wedge;
import io.kitproof.fixtures.health.WedgedBenchException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The bench of a run: opened once, and opened anew and examined after a scenario in which it
 * failed, so that a dead part of it can't pass for a dead kit in the next one.
 */
final class RunningBench implements AutoCloseable {
  private final String name;
  private final Supplier<Bench> opener;
  private @Nullable Bench bench;
  private @Nullable RuntimeException why;

  private RunningBench(String name, Supplier<Bench> opener) {
    this.name = name;
    this.opener = opener;
  }

  /**
   * Opens the bench. A board that does not answer is a matter of each scenario: {@link #get} says
   * so then.
   *
   * @throws io.kitproof.fixtures.benchfile.BenchFileException when the file does not fit this host
   */
  static RunningBench open(String name, Supplier<Bench> opener) {
    RunningBench running = new RunningBench(name, opener);
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

  /**
   * Opens it anew and has its health checked. If it is not well, the run has no bench any more:
   * {@link #get} says why.
   *
   * @return why the run has none; empty when the bench is well
   */
  Optional<Wedge> failed() {
    List<RuntimeException> wrong = openAnew();
    if (wrong.isEmpty()) {
      return Optional.empty();
    }
    String text =
        wrong.stream().map(e -> String.valueOf(e.getMessage())).collect(Collectors.joining("\n"));
    Wedge wedge = new Wedge(name, Instant.now().truncatedTo(ChronoUnit.SECONDS), text);
    why = new WedgedBenchException(wedge, wrong.get(0));
    return Optional.of(wedge);
  }

  private List<RuntimeException> openAnew() {
    try {
      close();
      Bench fresh = opener.get();
      bench = fresh;
      List<RigException> ailments = fresh.ailments();
      if (!ailments.isEmpty()) {
        close();
      }
      return List.copyOf(ailments);
    } catch (RuntimeException e) {
      return List.of(e);
    }
  }

  @Override
  public void close() {
    try (Bench closing = bench) {
      bench = null;
    }
  }
}
