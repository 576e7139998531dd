package io.kitproof.boards.family;

import io.kitproof.boards.RigException;
import io.kitproof.boards.sensor.SampleListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Keeps the samples of one channel. */
final class Samples implements SampleListener {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

  record Sample(int channel, boolean lit, long nanos) {}

  final CompletableFuture<RigException> lost = new CompletableFuture<>();
  private final List<Sample> all = new ArrayList<>();

  @Override
  public synchronized void sampled(int channel, boolean lit, long nanos) {
    all.add(new Sample(channel, lit, nanos));
    notifyAll();
  }

  @Override
  public void lost(RigException why) {
    if (!lost.complete(why)) {
      throw new AssertionError("lost twice");
    }
  }

  RigException why() throws Exception {
    return lost.get(PATIENCE_NANOS, TimeUnit.NANOSECONDS);
  }

  synchronized List<Sample> all() {
    return List.copyOf(all);
  }

  /** Waits for samples that are like that, from now on. */
  synchronized List<Sample> await(Predicate<List<Sample>> enough) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!enough.test(all) && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.timedWait(this, 100);
    }
    return all();
  }

  /** Waits until the last sample is like that. */
  boolean becomes(boolean lit) throws InterruptedException {
    List<Sample> seen = await(s -> !s.isEmpty() && s.get(s.size() - 1).lit() == lit);
    return !seen.isEmpty() && seen.get(seen.size() - 1).lit() == lit;
  }
}
