package io.kitproof.boards.virtual;

import io.kitproof.boards.pty.Pty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The wires between a device and its driver: bytes leave at the device's rate, and make sense only
 * when both ends agree on it. Only {@link #add} may be called by any thread; the rest is the
 * port's.
 */
final class Line {
  private static final Logger LOG = LoggerFactory.getLogger(Line.class);
  private static final long IDLE_NANOS = 1_000_000_000;
  private static final int LARGEST = 4096;

  /**
   * The kernel may miss to tell that there is room again, so a full port is tried again this often.
   */
  private static final long FULL_NANOS = 5_000_000;

  private final int baud;
  private final Outbox outbox = new Outbox();
  private final Pace pace;
  private boolean idle = true;
  private boolean full;

  Line(int baud) {
    this.baud = baud;
    this.pace = new Pace(baud);
  }

  void add(byte[] bytes) {
    outbox.add(bytes);
  }

  /** Forgets what has not left yet. */
  void clear() {
    outbox.clear();
    idle = true;
    full = false;
  }

  /** True when the driver must read before more can leave. */
  boolean full() {
    return full;
  }

  /** How long there is nothing to do unless something happens. */
  long waitNanos() {
    int pending = outbox.pending();
    if (pending == 0) {
      return IDLE_NANOS;
    }
    if (full) {
      return FULL_NANOS;
    }
    return idle ? 0 : pace.untilDue(System.nanoTime(), pending);
  }

  /** Gives the driver what has had time to arrive. */
  void write(Pty pty) {
    int pending = outbox.pending();
    if (pending == 0) {
      return;
    }
    long now = System.nanoTime();
    if (idle) {
      pace.restart(now);
      idle = false;
    }
    int due = Math.min(pace.due(now, pending), LARGEST);
    if (due == 0) {
      return;
    }
    byte[] bytes = outbox.peek(due);
    int hostBaud = pty.hostBaud();
    int gone = agrees(hostBaud) ? pty.write(bytes, 0, due) : writeGarbage(pty, bytes, hostBaud);
    outbox.remove(gone);
    pace.sent(gone);
    full = gone < due;
    // A line that was idle or had to wait for its reader does not hurry afterwards.
    idle = full || outbox.pending() == 0;
  }

  /** What the device makes of what the driver wrote. */
  byte[] heard(byte[] bytes, Pty pty) {
    int hostBaud = pty.hostBaud();
    return agrees(hostBaud) ? bytes : Missampled.read(bytes, Math.max(1, hostBaud), baud);
  }

  /** What does not fit is lost: it is garbage anyway. */
  private int writeGarbage(Pty pty, byte[] bytes, int hostBaud) {
    byte[] garbage = Missampled.read(bytes, baud, Math.max(1, hostBaud));
    int n = pty.write(garbage, 0, garbage.length);
    LOG.debug(
        "{} bytes of garbage for {}: driver at {} baud, device at {}",
        n,
        bytes.length,
        hostBaud,
        baud);
    return bytes.length;
  }

  private boolean agrees(int hostBaud) {
    return baud == 0 || Missampled.near(baud, hostBaud);
  }
}
