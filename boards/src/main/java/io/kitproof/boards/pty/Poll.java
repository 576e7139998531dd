package io.kitproof.boards.pty;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.sun.jna.Memory;

/** Waits on a master and on a doorbell (an eventfd) at once. */
final class Poll {
  /** The kernel does not tell that a port was opened; so while it is closed, look this often. */
  private static final long TICK_NANOS = 10_000_000;

  private static final int POLLFD = 8;

  private final int master;
  private final int bell;
  private final Memory fds = new Memory(2 * POLLFD);
  private final Memory timeout = new Memory(16);
  private final Memory count = new Memory(8);
  private final Memory ring = new Memory(8);
  private boolean open;

  Poll(int master) {
    this.master = master;
    this.bell = Libc.eventfd(0, Libc.O_CLOEXEC | Libc.O_NONBLOCK);
    if (bell < 0) {
      throw Pty.failed("eventfd");
    }
    ring.setLong(0, 1);
  }

  void ring() {
    // Can only fail when 2^64 - 2 rings are pending; then the waiter wakes anyway.
    long ignored = Libc.write(bell, ring, 8);
  }

  Ready await(boolean room, long limitNanos) {
    short events = room ? (short) (Libc.POLLIN | Libc.POLLOUT) : Libc.POLLIN;
    // A hung up master is always ready: waiting on it would spin.
    boolean looked;
    if (open) {
      looked = poll(master, events, limitNanos);
    } else {
      poll(-1, (short) 0, Math.min(limitNanos, TICK_NANOS));
      looked = poll(master, events, 0);
    }
    if (!looked) {
      return new Ready(false, false, open);
    }
    short seen = fds.getShort(POLLFD - 2);
    open = (seen & Libc.POLLHUP) == 0;
    return new Ready((seen & Libc.POLLIN) != 0, (seen & Libc.POLLOUT) != 0, open);
  }

  void close() {
    Libc.close(bell);
  }

  @CanIgnoreReturnValue
  private boolean poll(int fd, short events, long nanos) {
    fds.setInt(0, fd);
    fds.setShort(4, events);
    fds.setShort(6, (short) 0);
    fds.setInt(POLLFD, bell);
    fds.setShort(POLLFD + 4, Libc.POLLIN);
    fds.setShort(POLLFD + 6, (short) 0);
    timeout.setLong(0, nanos / 1_000_000_000);
    timeout.setLong(8, nanos % 1_000_000_000);
    // Fails only when a signal interrupts it; then nothing is known.
    if (Libc.ppoll(fds, 2, timeout, null) < 0) {
      return false;
    }
    if ((fds.getShort(POLLFD + 6) & Libc.POLLIN) != 0) {
      long ignored = Libc.read(bell, count, 8);
    }
    return true;
  }
}
