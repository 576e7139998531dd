package io.kitproof.broker.store;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that flushes the file to the disk each second and frees its space. What was flushed last
 * is not written over before the next flush is done, so a loss of power takes a second's changes
 * and no more. Until then all versions of that second need space: some 10 MB at a thousand changes
 * a second, and most of it is free again a second later.
 */
final class Upkeep {

  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

  private static final long PERIOD_MILLIS = 1_000;

  /** The live part of the file, in percent, below which parts of it are written anew. */
  private static final int LIVE_PERCENT = 50;

  /** How much is written anew at a time; commits wait meanwhile. */
  private static final int PORTION = 1 << 20;

  private final MVStore file;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread made = new Thread(task, "kitproof-store-upkeep");
            made.setDaemon(true);
            return made;
          });

  // These two belong to the thread.
  private long flushed;
  private MVStore.TxCounter held;

  Upkeep(MVStore file) {
    this.file = file;
    this.held = file.registerVersionUsage();
  }

  void start() {
    thread.scheduleWithFixedDelay(this::run, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  void end() {
    thread.execute(() -> file.deregisterVersionUsage(held));
    thread.shutdown();
    Patience.join(() -> thread.awaitTermination(1, TimeUnit.MINUTES));
  }

  private void run() {
    long version = file.getCurrentVersion();
    if (version == flushed) {
      return;
    }
    MVStore.TxCounter current = file.registerVersionUsage();
    try {
      file.sync();
      flushed = version;
      MVStore.TxCounter last = held;
      held = current;
      current = last;
      file.compact(LIVE_PERCENT, PORTION);
    } catch (RuntimeException e) {
      LOG.error("The store's file can't be flushed or compacted.", e);
    } finally {
      file.deregisterVersionUsage(current);
    }
  }
}
