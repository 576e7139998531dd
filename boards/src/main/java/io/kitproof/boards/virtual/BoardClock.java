package io.kitproof.boards.virtual;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does things later, on the board's own thread, in the order of their time. */
final class BoardClock implements Later, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BoardClock.class);

  private final ScheduledThreadPoolExecutor timer;

  BoardClock(String name) {
    timer =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "kitproof-board-" + name);
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Does it after that time; never when the clock is closed by then. */
  @Override
  public void after(Duration time, Runnable deed) {
    try {
      Future<?> ignored = timer.schedule(() -> run(deed), time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException closed) {
      LOG.debug("Too late: the board is closed", closed);
    }
  }

  private static void run(Runnable deed) {
    try {
      deed.run();
    } catch (RuntimeException e) {
      LOG.error("A virtual board failed", e);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
