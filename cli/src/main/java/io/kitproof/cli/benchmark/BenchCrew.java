package io.kitproof.cli.benchmark;

import io.kitproof.cli.terminal.Screen;
import io.kitproof.fixtures.timeline.InterruptedWaitException;
import io.kitproof.reports.ScenarioRecord;
import io.kitproof.steps.CourseRun;
import io.kitproof.steps.Crew;
import io.kitproof.steps.OpenCourse;
import io.kitproof.steps.Progress;
import io.kitproof.steps.Stopper;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Benches at work at once, each opened by a thread of its own and kept until its share is done.
 * They begin together when the last one is open: opening does not count.
 */
final class BenchCrew implements Progress {
  static final String THREAD = "kitproof-crew-";

  private final Screen screen;
  private final CourseRun course;
  private final int benches;
  private final int rounds;
  private final List<Stopper> stoppers;
  private final Phaser allOpen;
  private final AtomicInteger finished = new AtomicInteger();

  BenchCrew(Screen screen, CourseRun course, int benches, int rounds) {
    this.screen = screen;
    this.course = course;
    this.benches = benches;
    this.rounds = rounds;
    this.stoppers = Stream.generate(Stopper::new).limit(benches).toList();
    this.allOpen = new Phaser(benches);
  }

  /** What one bench did, and when: {@link System#nanoTime()}. */
  private record Share(List<ScenarioRecord> scenarios, long began, long ended) {}

  /**
   * Runs the scenarios on all benches.
   *
   * @throws RuntimeException when a bench does not open, as {@link CourseRun#open()}
   * @throws InterruptedWaitException when the calling thread is interrupted; all benches are closed
   *     then
   */
  ScenarioRun run() {
    screen.now("opening benches: " + benches);
    List<FutureTask<Share>> tasks =
        stoppers.stream().map(stopper -> new FutureTask<>(() -> share(stopper))).toList();
    List<Thread> threads = new ArrayList<>();
    for (FutureTask<Share> task : tasks) {
      threads.add(new Thread(task, THREAD + threads.size()));
    }
    threads.forEach(Thread::start);
    try {
      List<Share> shares = new ArrayList<>();
      for (FutureTask<Share> task : tasks) {
        shares.add(task.get());
      }
      return together(shares);
    } catch (InterruptedException e) {
      throw new InterruptedWaitException();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException why ? why : new IllegalStateException(e);
    } finally {
      stop();
      threads.forEach(Crew::join);
    }
  }

  private ScenarioRun together(List<Share> shares) {
    long began = shares.stream().mapToLong(Share::began).min().orElseThrow();
    long ended = shares.stream().mapToLong(Share::ended).max().orElseThrow();
    List<ScenarioRecord> all =
        shares.stream().flatMap(share -> share.scenarios().stream()).toList();
    return ScenarioRun.of(benches, all, ended - began);
  }

  private Share share(Stopper stopper) {
    try (OpenCourse open = course.open()) {
      allOpen.arriveAndAwaitAdvance();
      long began = System.nanoTime();
      List<ScenarioRecord> scenarios = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        scenarios.addAll(open.run(this, stopper).scenarios());
      }
      return new Share(scenarios, began, System.nanoTime());
    } catch (RuntimeException | Error e) {
      stop();
      throw e;
    }
  }

  @Override
  public void scenarioFinished(ScenarioRecord scenario) {
    screen.now("benches: " + benches + ", scenarios done: " + finished.incrementAndGet());
  }

  /** Lets nobody wait for a bench that does not open, and no further scenario begin. */
  private void stop() {
    stoppers.forEach(Stopper::stop);
    allOpen.forceTermination();
  }
}
