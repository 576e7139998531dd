package io.kitproof.boards.virtual;

import io.kitproof.boards.pty.Pty;
import io.kitproof.boards.pty.Ready;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread behind a {@link VirtualPort}: it alone touches the pseudo-terminal and calls the
 * device.
 */
final class PortLoop {
  enum Plug {
    IN,
    OUT,
    GONE
  }

  private record Request(Plug plug, CompletableFuture<Void> done) {}

  private static final Logger LOG = LoggerFactory.getLogger(PortLoop.class);
  private static final long IDLE_NANOS = 1_000_000_000;

  /**
   * The kernel may miss to tell that there is room again, so a full port is tried again this often.
   */
  private static final long FULL_NANOS = 5_000_000;

  private final PortLink link;
  private final int baud;
  private final VirtualPort.Device device;
  private final VirtualPort port;
  private final Thread thread;
  private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
  private final Outbox outbox = new Outbox();
  private final Pace pace;
  private volatile @Nullable Pty pty;
  private volatile boolean open;
  private volatile boolean gone;
  private boolean idle = true;
  private boolean full;

  PortLoop(String name, Path link, int baud, VirtualPort.Device device, VirtualPort port) {
    this.link = new PortLink(link);
    this.baud = baud;
    this.device = device;
    this.port = port;
    this.pace = new Pace(baud);
    this.thread = new Thread(this::run, "kitproof-port-" + name);
    thread.setDaemon(true);
  }

  void start() {
    plugIn();
    thread.start();
  }

  boolean open() {
    return open;
  }

  int hostBaud() {
    Pty current = pty;
    return current == null ? 0 : current.hostBaud();
  }

  void send(byte[] bytes) {
    outbox.add(bytes);
    wake();
  }

  /** Has the loop do it, and waits for that unless called by the device itself. */
  void request(Plug plug) {
    Request request = new Request(plug, new CompletableFuture<>());
    requests.add(request);
    wake();
    if (gone) {
      refuseWaiting();
    }
    if (Thread.currentThread() != thread) {
      request.done.join();
    }
  }

  /** Unplugs for good and waits for the thread to end, unless it is the device itself that asks. */
  void close() {
    request(Plug.GONE);
    boolean interrupted = false;
    while (Thread.currentThread() != thread && thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true; // ending takes microseconds: finish, then pass it on
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void wake() {
    Pty current = pty;
    if (current != null && Thread.currentThread() != thread) {
      current.wake();
    }
    LockSupport.unpark(thread);
  }

  private void run() {
    while (!gone) {
      obey();
      Pty current = pty;
      if (current != null) {
        turn(current);
      } else if (!gone && requests.isEmpty()) {
        outbox.clear();
        LockSupport.park(this);
      }
    }
    refuseWaiting();
  }

  private void obey() {
    for (Request r = requests.poll(); r != null; r = requests.poll()) {
      try {
        switch (r.plug) {
          case IN -> plugIn();
          case OUT -> plugOut();
          case GONE -> {
            plugOut();
            gone = true;
          }
        }
        r.done.complete(null);
      } catch (RuntimeException e) {
        r.done.completeExceptionally(e);
      }
    }
  }

  private void turn(Pty current) {
    Ready ready = current.await(full, waitNanos());
    if (open != ready.open() && (ready.open() || !ready.input())) {
      changed(current, ready.open());
    }
    if (ready.input()) {
      // Written and closed again between two looks: it was open all the same.
      if (!open) {
        changed(current, true);
      }
      byte[] bytes = current.read();
      if (bytes.length > 0) {
        tell(() -> device.received(heard(bytes, current), port));
      }
    }
    if (open) {
      write(current);
    } else {
      outbox.clear();
      idle = true;
    }
  }

  private long waitNanos() {
    int pending = outbox.pending();
    if (pending == 0) {
      return IDLE_NANOS;
    }
    long now = System.nanoTime();
    return full ? FULL_NANOS : idle ? 0 : pace.untilDue(now, pending);
  }

  private void write(Pty current) {
    int pending = outbox.pending();
    if (pending == 0) {
      return;
    }
    long now = System.nanoTime();
    if (idle) {
      pace.restart(now);
      idle = false;
    }
    int due = pace.due(now, pending);
    if (due == 0) {
      return;
    }
    byte[] bytes = outbox.peek(Math.min(due, 4096));
    if (wrong(current.hostBaud())) {
      writeGarbage(current, bytes);
      return;
    }
    int n = current.write(bytes, 0, bytes.length);
    outbox.remove(n);
    pace.sent(n);
    full = n < bytes.length;
    // A line that was idle or had to wait for its reader does not hurry afterwards.
    idle = full || outbox.pending() == 0;
  }

  /** What does not fit is lost: it is garbage anyway. */
  private void writeGarbage(Pty current, byte[] bytes) {
    byte[] garbage = Missampled.read(bytes, baud, Math.max(1, current.hostBaud()));
    int n = current.write(garbage, 0, garbage.length);
    LOG.debug(
        "{} of {} garbled bytes sent: driver at {} baud, device at {}",
        n,
        bytes.length,
        current.hostBaud(),
        baud);
    outbox.remove(bytes.length);
    pace.sent(bytes.length);
    full = false;
    idle = outbox.pending() == 0;
  }

  private byte[] heard(byte[] bytes, Pty current) {
    int hostBaud = current.hostBaud();
    return wrong(hostBaud) ? Missampled.read(bytes, Math.max(1, hostBaud), baud) : bytes;
  }

  private boolean wrong(int hostBaud) {
    return baud != 0 && !Missampled.near(baud, hostBaud);
  }

  private void changed(Pty current, boolean nowOpen) {
    open = nowOpen;
    if (nowOpen) {
      tell(() -> device.opened(port));
    } else {
      outbox.clear();
      current.discardUnread();
      tell(() -> device.closed(port));
    }
  }

  private void plugIn() {
    if (pty != null || gone) {
      return;
    }
    Pty fresh = Pty.open();
    try {
      link.pointTo(fresh.path());
    } catch (RuntimeException e) {
      fresh.close();
      throw e;
    }
    outbox.clear();
    pty = fresh;
  }

  private void plugOut() {
    Pty current = pty;
    if (current == null) {
      return;
    }
    pty = null;
    try {
      link.removeIfTo(current.path());
    } finally {
      current.close();
      idle = true;
      full = false;
      if (open) {
        open = false;
        tell(() -> device.closed(port));
      }
    }
  }

  /** A device that fails must not take its port with it. */
  private void tell(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      LOG.error("The device behind {} failed", link.link(), e);
    }
  }

  private void refuseWaiting() {
    for (Request r = requests.poll(); r != null; r = requests.poll()) {
      r.done.complete(null);
    }
  }
}
