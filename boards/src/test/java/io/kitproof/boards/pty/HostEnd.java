package io.kitproof.boards.pty;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.sun.jna.Memory;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A driver's end of a port with nothing in between: plain system calls, no serial library, one
 * thread.
 */
public final class HostEnd implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int BUFFER = 65536;

  private final int fd;
  private final Memory buffer = new Memory(BUFFER);
  private final Memory pollFd = new Memory(8);
  private final Memory timeout = new Memory(16);
  private boolean closed;

  private HostEnd(int fd) {
    this.fd = fd;
  }

  public static HostEnd open(Path port, int baud) {
    int fd =
        Libc.open(port.toString(), Libc.O_RDWR | Libc.O_NOCTTY | Libc.O_NONBLOCK | Libc.O_CLOEXEC);
    if (fd < 0) {
      throw new AssertionError("cannot open " + port);
    }
    HostEnd end = new HostEnd(fd);
    end.setBaud(baud);
    return end;
  }

  public void setBaud(int baud) {
    Memory termios = new Memory(64);
    Libc.ioctl(fd, Libc.TCGETS2, termios);
    termios.setInt(8, (termios.getInt(8) & ~0x100F100F) | 0x1000);
    termios.setInt(36, baud);
    termios.setInt(40, baud);
    Libc.ioctl(fd, Libc.TCSETS2, termios);
  }

  public void write(String text) {
    write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  public void write(byte[] bytes) {
    buffer.write(0, bytes, 0, bytes.length);
    if (Libc.write(fd, buffer, bytes.length) != bytes.length) {
      throw new AssertionError("short write");
    }
  }

  /** So many bytes, or an error after a generous while that shows what came. */
  public byte[] read(int count) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (all.size() < count) {
      if (System.nanoTime() > deadline || !readSome(all, count - all.size())) {
        throw new AssertionError("%d of %d bytes: %s".formatted(all.size(), count, all));
      }
    }
    return all.toByteArray();
  }

  public String readText(int count) {
    return new String(read(count), StandardCharsets.ISO_8859_1);
  }

  /** Everything until nothing has come for so long. */
  public byte[] readUntilQuiet(Duration quiet) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    while (poll(quiet) && readSome(all, BUFFER)) {
      // more
    }
    return all.toByteArray();
  }

  /** Waits for the hang-up; bytes on the way are dropped. */
  public boolean awaitUnplugged() {
    ByteArrayOutputStream lost = new ByteArrayOutputStream();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      if (!readSome(lost, BUFFER)) {
        return true;
      }
    }
    return false;
  }

  /** False once the other end has hung up. */
  private boolean readSome(ByteArrayOutputStream into, int limit) {
    if (!poll(Duration.ofMillis(100))) {
      return true;
    }
    long n = Libc.read(fd, buffer, Math.min(limit, BUFFER));
    if (n > 0) {
      into.writeBytes(buffer.getByteArray(0, (int) n));
    }
    return n > 0;
  }

  @CanIgnoreReturnValue
  private boolean poll(Duration limit) {
    pollFd.setInt(0, fd);
    pollFd.setInt(4, Libc.POLLIN);
    timeout.setLong(0, limit.toSeconds());
    timeout.setLong(8, limit.toNanosPart());
    return Libc.ppoll(pollFd, 1, timeout, null) > 0;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      Libc.close(fd);
    }
  }
}
