package io.kitproof.boards.serial;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.kitproof.boards.RigException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open serial port, 8N1 without flow control, kept open until {@link #close()}. A thread of its
 * own, {@code kitproof-serial-<part>}, opens it, reads it and closes it.
 *
 * <p>That one thread does all three is not a matter of taste: jSerialComm 2.11 crashes the JVM when
 * a port is closed by one thread while another enters a read.
 */
public final class SerialLine implements ByteLine {
  static final Duration RELEASE_DEADLINE = Duration.ofSeconds(3);
  private static final Duration CLOSE_DEADLINE = Duration.ofSeconds(2);
  private static final Logger log = LoggerFactory.getLogger(SerialLine.class);

  /** Takes what arrives. Called on the reader thread with nothing between: be quick. */
  public interface Receiver {
    /**
     * Bytes have arrived.
     *
     * @param nanos {@link System#nanoTime()} at the return of the read that brought them
     */
    void received(byte[] bytes, long nanos);

    /** The port is gone and closed. Called at most once, and never after {@code close()}. */
    default void unplugged(RigException why) {}
  }

  /** Something registered, until closed. */
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }

  private final String part;
  private final Path port;
  private final Receiver receiver;
  private final NativePort device;
  private final Thread reader;
  private final CompletableFuture<Void> opened = new CompletableFuture<>();
  private final ReleaseList releases;
  private volatile boolean closing;

  private SerialLine(String part, Path port, Path real, int baud, Receiver receiver) {
    this.part = part;
    this.port = port;
    this.receiver = new GuardedReceiver(part, receiver);
    this.releases = new ReleaseList(part);
    this.device = new NativePort(real, baud);
    this.reader = new Thread(() -> run(real), "kitproof-serial-" + part);
    reader.setDaemon(true);
  }

  /**
   * Opens a port; the caller closes it.
   *
   * @param part who it is for, for errors and thread names
   * @param port any path that leads to it, followed anew at each opening
   * @throws RigException when it is absent, no serial port, busy or not permitted
   */
  public static SerialLine open(String part, Path port, int baud, Receiver receiver) {
    PortFacts.look(port).problems().stream()
        .findFirst()
        .ifPresent(
            problem -> {
              throw problem.blame(part);
            });
    SerialLine line = new SerialLine(part, port, realPath(part, port), baud, receiver);
    line.reader.start();
    try {
      line.opened.join();
      return line;
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RigException why) {
        throw why;
      }
      throw failed;
    }
  }

  @Override
  public String part() {
    return part;
  }

  /** The path it was opened by. */
  @Override
  public Path port() {
    return port;
  }

  /**
   * Sends bytes; blocks while the port's buffer is full.
   *
   * @return {@link System#nanoTime()} at the return of the write
   * @throws RigException when the port is gone
   * @throws IllegalStateException after {@link #close()}
   */
  @Override
  @CanIgnoreReturnValue
  public long write(byte[] bytes) {
    if (closing) {
      throw new IllegalStateException("The line of " + part + " is closed.");
    }
    return device
        .write(bytes)
        .orElseThrow(
            () -> RigException.unplugged(part, port, "a write of " + bytes.length + " bytes"));
  }

  /** Waits until everything written has left the port: closing it earlier would throw it away. */
  public void drain() {
    for (long left = device.drainedNanos() - System.nanoTime();
        left > 0 && !Thread.currentThread().isInterrupted();
        left = device.drainedNanos() - System.nanoTime()) {
      LockSupport.parkNanos(this, left);
    }
  }

  /**
   * Has {@code release} run when the JVM ends while this line is open, before the port is closed.
   *
   * @return ends that; closing the line does too
   */
  @Override
  public Registration atShutdown(Runnable release) {
    return releases.add(release);
  }

  @Override
  public RigException gone(String who, String doing) {
    return RigException.unplugged(who, port, doing);
  }

  /** Gives the port back; takes up to 100 ms. Safe to call twice, and from the receiver. */
  @Override
  public void close() {
    closing = true;
    if (Thread.currentThread() == reader) {
      return;
    }
    boolean interrupted = false;
    long deadline = System.nanoTime() + CLOSE_DEADLINE.toNanos();
    while (reader.isAlive() && System.nanoTime() < deadline) {
      try {
        reader.join(CLOSE_DEADLINE.toMillis());
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (reader.isAlive()) {
      log.warn("{} on {} does not close: a write or a receiver is stuck", part, port);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Runs what was to run at shutdown, then closes. */
  void release() {
    releases.run();
    drain();
    close();
  }

  private void run(Path real) {
    if (!open(real)) {
      return;
    }
    boolean here = true;
    try {
      byte[] buffer = new byte[4096];
      while (!closing && here) {
        int count = device.read(buffer);
        long nanos = System.nanoTime();
        here = count >= 0;
        if (count > 0) {
          receiver.received(Arrays.copyOf(buffer, count), nanos);
        }
      }
    } finally {
      device.close(here);
      OpenPorts.giveUp(real, this);
    }
    if (!here && !closing) {
      receiver.unplugged(RigException.unplugged(part, port, "the run"));
    }
  }

  private boolean open(Path real) {
    try {
      SerialLine other = OpenPorts.claim(real, this).orElse(null);
      if (other != null) {
        throw RigException.busy(part, port, List.of(other.part + " of this very run"));
      }
      int error = device.open();
      if (error != 0) {
        OpenPorts.giveUp(real, this);
        throw refused(error);
      }
      opened.complete(null);
      return true;
    } catch (RuntimeException | LinkageError failed) {
      opened.completeExceptionally(failed);
      return false;
    }
  }

  private RigException refused(int error) {
    return SerialPorts.problems(port).stream()
        .findFirst()
        .map(problem -> problem.blame(part))
        .orElseGet(
            () ->
                NativePort.meansBusy(error)
                    ? RigException.busy(part, port, List.of())
                    : RigException.notOpened(part, port, error));
  }

  private static Path realPath(String part, Path port) {
    try {
      return port.toRealPath();
    } catch (IOException vanished) {
      throw RigException.absent(part, port);
    }
  }
}
