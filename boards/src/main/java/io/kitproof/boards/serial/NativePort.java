package io.kitproof.boards.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * jSerialComm's port, used in the only way that holds (2.11.4): looked up anew for each opening,
 * opened, read and closed by one thread, all openings and closings of the process under one lock.
 */
final class NativePort {
  private static final Logger log = LoggerFactory.getLogger(NativePort.class);

  private static final int ENOENT = 2;
  private static final int EAGAIN = 11;
  private static final int EBUSY = 16;

  /** The library rounds shorter read timeouts up to this. */
  private static final int READ_TIMEOUT_MS = 100;

  private static final int BITS_PER_BYTE = 10;
  private static final long DRAIN_MARGIN_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final Path real;
  private final int baud;
  private final ReentrantLock writing = new ReentrantLock();
  private volatile @Nullable SerialPort port;
  private volatile long emptyNanos = System.nanoTime();

  NativePort(Path real, int baud) {
    this.real = real;
    this.baud = baud;
  }

  static boolean meansBusy(int error) {
    return error == EAGAIN || error == EBUSY;
  }

  /** Opens it; 0 or the error of the operating system. */
  int open() {
    synchronized (OpenPorts.lock()) {
      SerialPort found;
      try {
        found = SerialPort.getCommPort(real.toString());
      } catch (SerialPortInvalidPortException vanished) {
        return ENOENT;
      }
      // A path that vanished makes the library try another one with the same last name.
      if (!found.getSystemPortPath().equals(real.toString())) {
        return ENOENT;
      }
      found.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
      found.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
      found.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_TIMEOUT_MS, 0);
      if (!found.openPort()) {
        return found.getLastErrorCode() == 0 ? ENOENT : found.getLastErrorCode();
      }
      port = found;
      return 0;
    }
  }

  /** Waits at most 100 ms; bytes read, 0 for none, -1 when the port is gone. */
  int read(byte[] buffer) {
    SerialPort open = port;
    return open == null ? -1 : open.readBytes(buffer, buffer.length);
  }

  /**
   * Writes all.
   *
   * @return when the write returned; empty when the port is gone, which shows in a short count
   */
  OptionalLong write(byte[] bytes) {
    writing.lock();
    try {
      SerialPort open = port;
      if (open == null || open.writeBytes(bytes, bytes.length) != bytes.length) {
        return OptionalLong.empty();
      }
      long now = System.nanoTime();
      long wire = TimeUnit.SECONDS.toNanos((long) bytes.length * BITS_PER_BYTE) / baud;
      emptyNanos = Math.max(now, emptyNanos) + wire;
      return OptionalLong.of(now);
    } finally {
      writing.unlock();
    }
  }

  /** When the last byte written is sure to have left. */
  long drainedNanos() {
    return emptyNanos + DRAIN_MARGIN_NANOS;
  }

  /**
   * Closes it; with {@code drain} not before all written has left, for closing discards the rest.
   */
  void close(boolean drain) {
    writing.lock(); // a write that is under way must not find its port closed
    try {
      SerialPort open = port;
      port = null;
      if (open == null) {
        return;
      }
      for (long left = drainedNanos() - System.nanoTime();
          drain && left > 0;
          left = drainedNanos() - System.nanoTime()) {
        LockSupport.parkNanos(this, left);
      }
      synchronized (OpenPorts.lock()) {
        if (!open.closePort()) {
          log.warn("jSerialComm does not close {}", real);
        }
      }
    } finally {
      writing.unlock();
    }
  }
}
