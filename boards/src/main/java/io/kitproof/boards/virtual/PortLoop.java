package io.kitproof.boards.virtual;

import io.kitproof.boards.pty.Pty;
import io.kitproof.boards.pty.Ready;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread behind a {@link VirtualPort}: it alone touches the pseudo-terminal and calls the
 * device.
 */
final class PortLoop {
  private static final Logger LOG = LoggerFactory.getLogger(PortLoop.class);

  private final PortLink link;
  private final VirtualPort.Device device;
  private final VirtualPort port;
  private final Line line;
  private final Orders orders = new Orders();
  private final Thread thread;
  private volatile @Nullable Pty pty;
  private volatile boolean open;
  private boolean gone;

  PortLoop(String name, Path link, int baud, VirtualPort.Device device, VirtualPort port) {
    this.link = new PortLink(link);
    this.device = device;
    this.port = port;
    this.line = new Line(baud);
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
    line.add(bytes);
    wake();
  }

  void unplug() {
    order(this::plugOut);
  }

  void replug() {
    order(this::plugIn);
  }

  /** Unplugs for good and waits for the thread to end, unless it is the device itself that asks. */
  void close() {
    order(() -> gone = true);
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

  /** Has the loop do it, and waits for that unless called by the device itself. */
  private void order(Runnable deed) {
    CompletableFuture<Void> done = orders.give(deed);
    wake();
    if (Thread.currentThread() == thread) {
      return;
    }
    try {
      done.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
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
    try {
      while (!gone) {
        Pty current = pty;
        if (current != null) {
          turn(current);
        } else if (orders.none()) {
          line.clear();
          LockSupport.park(this);
        }
        orders.obey();
      }
    } finally {
      tell(this::plugOut);
      orders.end();
    }
  }

  private void turn(Pty current) {
    Ready ready = current.await(line.full(), line.waitNanos());
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
        tell(() -> device.received(line.heard(bytes, current), port));
      }
    }
    if (open) {
      line.write(current);
    } else {
      line.clear();
    }
  }

  private void changed(Pty current, boolean nowOpen) {
    open = nowOpen;
    if (nowOpen) {
      tell(() -> device.opened(port));
    } else {
      line.clear();
      current.discardUnread();
      tell(() -> device.closed(port));
    }
  }

  private void plugIn() {
    if (pty != null) {
      return;
    }
    Pty fresh = Pty.open();
    try {
      link.pointTo(fresh.path());
    } catch (RuntimeException e) {
      fresh.close();
      throw e;
    }
    line.clear();
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
      line.clear();
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
      LOG.error("What is behind {} failed", link.link(), e);
    }
  }
}
