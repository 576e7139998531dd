package io.kitproof.boards.net;

import io.kitproof.boards.RigException;
import io.kitproof.boards.serial.SerialLine;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Collects what arrives on a line, and its end. */
final class Caught implements SerialLine.Receiver {
  private static final long PATIENCE_NANOS = 20_000_000_000L;

  final CompletableFuture<RigException> cutOff = new CompletableFuture<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Override
  public synchronized void received(byte[] more, long nanos) {
    bytes.writeBytes(more);
    notifyAll();
  }

  @Override
  public void unplugged(RigException why) {
    if (!cutOff.complete(why)) {
      throw new AssertionError("cut off twice");
    }
  }

  RigException why() throws Exception {
    return cutOff.get(20, TimeUnit.SECONDS);
  }

  /** What has come, once it is so many bytes or for too long it isn't. */
  synchronized byte[] bytes(int count) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (bytes.size() < count && System.nanoTime() < deadline) {
      TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, deadline - System.nanoTime()));
    }
    return bytes.toByteArray();
  }
}
