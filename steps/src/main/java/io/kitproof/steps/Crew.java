package io.kitproof.steps;

import io.kitproof.fixtures.timeline.InterruptedWaitException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;

/**
 * So many threads that work off a list, each piece with a bench of its own.
 *
 * @param thread how the names of its threads begin
 */
public record Crew(int size, String thread) {

  /**
   * Works off the list.
   *
   * @param work is told what to stop it by
   * @return what came of each piece, in the order of the list
   * @throws RuntimeException what a piece threw; the others have ended then
   */
  public <T, R> List<R> work(List<T> pieces, BiFunction<T, Stopper, R> work) {
    List<Thread> hands = new ArrayList<>();
    ExecutorService crew =
        Executors.newFixedThreadPool(
            size,
            piece -> {
              hands.add(new Thread(piece, thread + (hands.size() + 1)));
              return hands.get(hands.size() - 1);
            });
    List<Stopper> stoppers = new ArrayList<>();
    List<Future<R>> all = new ArrayList<>();
    for (T piece : pieces) {
      Stopper stopper = new Stopper();
      stoppers.add(stopper);
      all.add(crew.submit(() -> work.apply(piece, stopper)));
    }
    try {
      List<R> results = new ArrayList<>();
      for (Future<R> one : all) {
        results.add(one.get());
      }
      return results;
    } catch (InterruptedException e) {
      throw new InterruptedWaitException();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException why ? why : new IllegalStateException(e);
    } finally {
      all.forEach(one -> one.cancel(false));
      stoppers.forEach(Stopper::stop);
      // Pieces that have not begun never do; those at work gave up at their next wait.
      crew.shutdown();
      hands.forEach(Crew::join);
    }
  }

  /**
   * Waits for the end of a thread that has been told to end; an interruption that comes meanwhile
   * is passed on afterwards.
   */
  public static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
