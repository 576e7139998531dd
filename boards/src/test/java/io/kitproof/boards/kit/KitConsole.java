package io.kitproof.boards.kit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.kitproof.boards.pty.HostEnd;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Reads a kit's console as a driver at 115200 baud and keeps everything. */
final class KitConsole implements AutoCloseable {
  private static final long PATIENCE = 30_000_000_000L;

  private final HostEnd settings;
  private final FileInputStream in;
  private final FileOutputStream out;
  private final StringBuilder text = new StringBuilder();

  private KitConsole(Path port) {
    try {
      settings = HostEnd.open(port, 115_200);
      in = new FileInputStream(port.toFile());
      out = new FileOutputStream(port.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread reader = new Thread(this::read, "kit-console");
    reader.setDaemon(true);
    reader.start();
  }

  static KitConsole open(Path port) {
    return new KitConsole(port);
  }

  private void read() {
    byte[] some = new byte[4096];
    try {
      for (int n = in.read(some); n >= 0; n = in.read(some)) {
        synchronized (text) {
          text.append(new String(some, 0, n, US_ASCII));
          text.notifyAll();
        }
      }
    } catch (IOException e) {
      // Unplugged: there is no more to come.
    }
  }

  String text() {
    synchronized (text) {
      return text.toString();
    }
  }

  /** Waits for a text and gives the moment it was there. */
  @CanIgnoreReturnValue
  long await(String expected) throws InterruptedException {
    return await(expected, 1);
  }

  /** Waits until a text is there so many times and gives the moment. */
  @CanIgnoreReturnValue
  long await(String expected, int times) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE;
    synchronized (text) {
      while (count(expected) < times) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          throw new AssertionError("no %d x \"%s\" in:%n%s".formatted(times, expected, text));
        }
        NANOSECONDS.timedWait(text, left);
      }
      return System.nanoTime();
    }
  }

  /** Types something, as a person at a terminal. */
  void type(String keys) {
    try {
      out.write(keys.getBytes(US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int count(String expected) {
    int count = 0;
    for (int i = text.indexOf(expected); i >= 0; i = text.indexOf(expected, i + 1)) {
      count++;
    }
    return count;
  }

  @Override
  public void close() {
    settings.close();
    try {
      out.close();
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
