package io.kitproof.boards.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The ports this process has open. Static because the native library is: it keeps one table for the
 * process, which may not be touched by two threads at once, and reports a port that is already open
 * as missing.
 */
final class OpenPorts {
  private static final Duration CLAIM_DEADLINE = Duration.ofMillis(300);
  private static final Object LOCK = new Object();
  private static final Map<Path, SerialLine> LINES = new LinkedHashMap<>();

  static {
    // The library closes all ports in its own shutdown hook, which runs beside all others; only
    // hooks handed to it are sure to run before.
    SerialPort.addShutdownHook(new Thread(OpenPorts::releaseAll, "kitproof-serial-shutdown"));
  }

  private OpenPorts() {}

  /** One thread at a time may open, close or look up ports. */
  static Object lock() {
    return LOCK;
  }

  /**
   * Notes that a line has a port; empty on success, else the line that has it already. Waits a
   * little for that one: it may be closing, or unplugged without knowing it yet, for the system
   * gives the name of a port that has gone to the next one that comes.
   */
  static Optional<SerialLine> claim(Path real, SerialLine line) {
    long deadline = System.nanoTime() + CLAIM_DEADLINE.toNanos();
    synchronized (LOCK) {
      SerialLine other = LINES.putIfAbsent(real, line);
      for (long left = CLAIM_DEADLINE.toNanos();
          other != null && left > 0;
          left = deadline - System.nanoTime()) {
        try {
          TimeUnit.NANOSECONDS.timedWait(LOCK, left);
        } catch (InterruptedException hurry) {
          Thread.currentThread().interrupt();
          return Optional.of(other);
        }
        other = LINES.putIfAbsent(real, line);
      }
      return Optional.ofNullable(other);
    }
  }

  static void giveUp(Path real, SerialLine line) {
    synchronized (LOCK) {
      LINES.remove(real, line);
      LOCK.notifyAll();
    }
  }

  /** The part that has the port open in this process. */
  static Optional<String> holder(Path port) {
    try {
      Path real = port.toRealPath();
      synchronized (LOCK) {
        return Optional.ofNullable(LINES.get(real)).map(SerialLine::part);
      }
    } catch (IOException absent) {
      return Optional.empty();
    }
  }

  private static void releaseAll() {
    List<SerialLine> open;
    synchronized (LOCK) {
      open = List.copyOf(LINES.values());
    }
    List<Thread> releases =
        open.stream()
            .map(line -> new Thread(line::release, "kitproof-release-" + line.part()))
            .toList();
    releases.forEach(Thread::start);
    for (Thread release : releases) {
      try {
        release.join(SerialLine.RELEASE_DEADLINE.toMillis());
      } catch (InterruptedException hurry) {
        return;
      }
    }
  }
}
