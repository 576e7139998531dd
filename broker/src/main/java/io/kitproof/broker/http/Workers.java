package io.kitproof.broker.http;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A few threads that run operations, and a queue that is never longer than its limit. */
final class Workers implements Executor, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
  private static final long PATIENCE_SECONDS = 5;

  private final ThreadPoolExecutor threads;

  Workers(HttpLimits limits) {
    threads =
        new ThreadPoolExecutor(
            limits.workers(),
            limits.workers(),
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(limits.queue()),
            new DefaultThreadFactory("kitproof-http-worker", true));
  }

  /**
   * @throws java.util.concurrent.RejectedExecutionException if the queue is full
   */
  @Override
  public void execute(Runnable task) {
    threads.execute(task);
  }

  /** Drops what waits and waits for what runs; an interrupt could hurt the store's files. */
  @Override
  public void close() {
    threads.getQueue().clear();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        LOG.error("An operation goes on though the cloud is closed.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
