package io.kitproof.boards.serial;

import io.kitproof.boards.RigException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Collects what arrives on a line. */
final class Heard implements SerialLine.Receiver {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  final CompletableFuture<RigException> unplugged = new CompletableFuture<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private long lastNanos;

  @Override
  public synchronized void received(byte[] more, long nanos) {
    bytes.writeBytes(more);
    lastNanos = nanos;
    notifyAll();
  }

  @Override
  public void unplugged(RigException why) {
    if (!unplugged.complete(why)) {
      throw new AssertionError("unplugged twice");
    }
  }

  RigException why() throws Exception {
    return unplugged.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  synchronized long lastNanos() {
    return lastNanos;
  }

  synchronized String text(int count) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (bytes.size() < count && System.nanoTime() < deadline) {
      TimeUnit.NANOSECONDS.timedWait(this, deadline - System.nanoTime());
    }
    return bytes.toString(StandardCharsets.US_ASCII);
  }
}
