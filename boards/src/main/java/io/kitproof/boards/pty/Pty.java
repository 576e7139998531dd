package io.kitproof.boards.pty;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The device's end of a pseudo-terminal; a driver opens {@link #path()} as it would open a serial
 * port.
 *
 * <p>One thread owns it: that one alone awaits, reads, writes and closes. Any thread may {@link
 * #wake()} it and ask for {@link #hostBaud()}. Closing it is an unplugged adapter to the driver.
 */
public final class Pty implements AutoCloseable {
  private static final int BUFFER = 4096;

  /** Offset of c_ospeed in struct termios2. */
  private static final int OSPEED = 40;

  private final int master;
  private final Path path;
  private final Memory in = new Memory(BUFFER);
  private final Memory out = new Memory(BUFFER);
  private final Poll poll;
  private boolean closed;

  private Pty(int master, Path path, Poll poll) {
    this.master = master;
    this.path = path;
    this.poll = poll;
  }

  /**
   * Makes a pseudo-terminal that is raw before anyone can open it, at 9600 baud as a fresh USB
   * adapter is.
   *
   * @throws UncheckedIOException if the system has no pseudo-terminal to give
   */
  public static Pty open() {
    int master = Libc.posix_openpt(Libc.O_RDWR | Libc.O_NOCTTY | Libc.O_CLOEXEC | Libc.O_NONBLOCK);
    if (master < 0) {
      throw failed("posix_openpt");
    }
    try {
      if (Libc.grantpt(master) != 0 || Libc.unlockpt(master) != 0) {
        throw failed("unlockpt");
      }
      byte[] name = new byte[64];
      if (Libc.ptsname_r(master, name, name.length) != 0) {
        throw failed("ptsname_r");
      }
      makeRaw(master);
      Pty pty =
          new Pty(
              master, Path.of(Native.toString(name, StandardCharsets.US_ASCII)), new Poll(master));
      // Only after a first open and close does "hung up" mean that no driver has the port.
      pty.discardUnread();
      return pty;
    } catch (RuntimeException e) {
      Libc.close(master);
      throw e;
    }
  }

  /**
   * What a driver opens, {@code /dev/pts/N}. The number is given to the next pseudo-terminal at
   * once after a close.
   */
  public Path path() {
    return path;
  }

  /** The rate in baud that the driver has set; 0 when closed. */
  public synchronized int hostBaud() {
    if (closed) {
      return 0;
    }
    Memory termios = new Memory(64);
    Libc.ioctl(master, Libc.TCGETS2, termios);
    return termios.getInt(OSPEED);
  }

  /**
   * Waits until there is something to read, room to write (if asked for), the port was opened or
   * closed, someone called {@link #wake()}, or the time is up. An opening is noticed within 10 ms.
   */
  public Ready await(boolean room, long limitNanos) {
    return poll.await(room, limitNanos);
  }

  /** Ends the current or the next {@link #await}. */
  public synchronized void wake() {
    if (!closed) {
      poll.ring();
    }
  }

  /** What the driver has written; empty when there is nothing or no driver. */
  public byte[] read() {
    long n = Libc.read(master, in, BUFFER);
    if (n > 0) {
      return in.getByteArray(0, (int) n);
    }
    refuseUnexpected("read", n);
    return new byte[0];
  }

  /**
   * Gives the driver up to {@code length} bytes; returns how many it took, 0 when its buffer is
   * full.
   */
  public int write(byte[] bytes, int offset, int length) {
    int some = Math.min(length, BUFFER);
    out.write(0, bytes, offset, some);
    long n = Libc.write(master, out, some);
    refuseUnexpected("write", n);
    return (int) Math.max(n, 0);
  }

  /**
   * Forgets what was written and not yet read by a driver, as an adapter does between two openings.
   */
  public void discardUnread() {
    int slave = Libc.open(path.toString(), Libc.O_RDWR | Libc.O_NOCTTY | Libc.O_CLOEXEC);
    if (slave >= 0) {
      Libc.ioctl(slave, Libc.TCFLSH, Libc.TCIFLUSH);
      Libc.close(slave);
    }
  }

  /**
   * Hangs up: the driver's read ends, its write fails, the path is gone. A second time does
   * nothing.
   */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      Libc.close(master);
      poll.close();
    }
  }

  /**
   * As cfmakeraw(3); on the master it acts on the slave. Without it the board would read its own
   * output as an echo.
   */
  private static void makeRaw(int master) {
    Memory termios = new Memory(64);
    Libc.ioctl(master, Libc.TCGETS2, termios);
    termios.setInt(0, termios.getInt(0) & ~0x5EB);
    termios.setInt(4, termios.getInt(4) & ~0x1);
    // 8 data bits, no parity, the code of 9600 baud
    termios.setInt(8, (termios.getInt(8) & ~(0x130 | 0x100F | 0x100F0000)) | 0x30 | 0xD);
    termios.setInt(12, termios.getInt(12) & ~0x804B);
    if (Libc.ioctl(master, Libc.TCSETS2, termios) != 0) {
      throw failed("ioctl TCSETS2");
    }
  }

  private void refuseUnexpected(String call, long result) {
    int errno = result < 0 ? Native.getLastError() : 0;
    // No driver has it open (EIO), nothing there or no room (EAGAIN): all everyday.
    if (errno != 0 && errno != Libc.EAGAIN && errno != Libc.EIO && errno != Libc.EINTR) {
      throw failed(call);
    }
  }

  static UncheckedIOException failed(String call) {
    return new UncheckedIOException(
        new IOException(
            "No pseudo-terminal: " + call + " failed with errno " + Native.getLastError() + "."));
  }
}
