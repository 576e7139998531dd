package io.kitproof.cli.benchmark;

import io.kitproof.cli.benchmark.load.Client;
import io.kitproof.cli.benchmark.load.Crowd;
import io.kitproof.cli.benchmark.load.Ear;
import io.kitproof.cli.benchmark.load.Target;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** So many clients at a time connect, are accepted and go again: TLS in full, then MQTT. */
final class ConnectRate {
  private static final int AT_ONCE = 16;

  private final Crowd crowd;
  private final Target target;
  private final AtomicLong accepted = new AtomicLong();
  private final long end;

  private ConnectRate(Crowd crowd, Target target, long end) {
    this.crowd = crowd;
    this.target = target;
    this.end = end;
  }

  /** Connects per second. */
  static double measure(Crowd crowd, Target target, Duration time) {
    long start = System.nanoTime();
    ConnectRate rate = new ConnectRate(crowd, target, start + time.toNanos());
    CompletableFuture<?>[] visitors = new CompletableFuture<?>[AT_ONCE];
    for (int i = 0; i < AT_ONCE; i++) {
      visitors[i] = rate.visit();
    }
    Void unused = Crowd.await(target, "connect", CompletableFuture.allOf(visitors), time);
    return rate.accepted.get() * 1e9 / (System.nanoTime() - start);
  }

  private CompletableFuture<Void> visit() {
    return crowd.connect(target, Ear.deaf()).thenCompose(this::again);
  }

  private CompletableFuture<Void> again(Client client) {
    long unused = accepted.incrementAndGet();
    client.close();
    return System.nanoTime() - end < 0 ? visit() : CompletableFuture.completedFuture(null);
  }
}
