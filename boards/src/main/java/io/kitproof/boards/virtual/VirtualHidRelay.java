package io.kitproof.boards.virtual;

import io.kitproof.boards.hid.HidChannel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A USBRelay board that is not there, at the level of its reports: there is no pseudo-terminal for
 * HID, so its drivers are given a channel instead of opening its port. It lives on USB power.
 */
public final class VirtualHidRelay implements VirtualBoard {
  private static final int LENGTH = 8;
  private static final byte CLOSE = (byte) 0xFF;
  private static final byte CLOSE_ALL = (byte) 0xFE;
  private static final byte OPEN = (byte) 0xFD;
  private static final byte OPEN_ALL = (byte) 0xFC;
  private static final byte RENAME = (byte) 0xFA;

  /** What Linux grants a transfer. Source: USB_CTRL_GET_TIMEOUT. */
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final Path port;
  private final BoardBody body;
  private final byte[] serial = "BITFT".getBytes(StandardCharsets.US_ASCII);

  /** Counted down when the board is unplugged; a new one each time it is plugged in. */
  private CountDownLatch gone = new CountDownLatch(1);

  private VirtualHidRelay(Path port, BoardBody body) {
    this.port = port;
    this.body = body;
  }

  /**
   * Plugs in a board.
   *
   * @param port what errors call the place; nothing is made there
   * @param channels 1 to 8, which is also in the name it gives itself
   */
  public static VirtualHidRelay plug(String name, Path port, int channels) {
    return new VirtualHidRelay(port, new BoardBody(name, channels, (bytes, panel) -> {}));
  }

  /**
   * A channel to it, as {@link HidChannel#open} gives one to a device; after the board was
   * unplugged it is dead for good. Whoever opens it closes it.
   */
  public synchronized HidChannel open() {
    return new Channel(gone);
  }

  /** Where errors say it is; nothing can be opened there. */
  @Override
  public Path port() {
    return port;
  }

  @Override
  public boolean closed(int channel) {
    return body.contact(channel).closed();
  }

  @Override
  public void wireContact(int channel, Net net) {
    body.contact(channel).wire(net);
  }

  /** Refused: it has none. */
  @Override
  public void wireInput(int channel, Net net) {
    throw new IllegalArgumentException("No input " + channel + ": a USBRelay board has none.");
  }

  /**
   * From now on it has these faults and no others. A silent one refuses all transfers; one that
   * drops hurried commands takes them and does nothing. It always tells how its contacts stand, and
   * in clean bytes: USB would repeat broken ones.
   */
  @Override
  public void misbehave(Faults faults) {
    body.misbehave(faults);
  }

  @Override
  public synchronized void unplug() {
    gone.countDown();
    body.losePower();
  }

  @Override
  public synchronized void replug() {
    if (gone.getCount() == 0) {
      gone = new CountDownLatch(1);
    }
  }

  @Override
  public synchronized void close() {
    gone.countDown();
    body.close();
  }

  private synchronized void obey(byte[] report) {
    int contact = report[1] - 1;
    switch (report[0]) {
      case CLOSE, OPEN -> {
        if (contact >= 0 && contact < body.channels()) {
          body.move(contact, report[0] == CLOSE);
        }
      }
      case CLOSE_ALL, OPEN_ALL -> {
        for (int each = 0; each < body.channels(); each++) {
          body.move(each, report[0] == CLOSE_ALL);
        }
      }
      case RENAME -> System.arraycopy(report, 1, serial, 0, serial.length);
      default -> {} // others mean nothing to it
    }
  }

  private synchronized byte[] told() {
    byte[] report = new byte[LENGTH];
    System.arraycopy(serial, 0, report, 0, serial.length);
    for (int i = 0; i < body.channels(); i++) {
      report[LENGTH - 1] |= (byte) (body.readBack(i) ? 1 << i : 0);
    }
    return report;
  }

  private synchronized boolean hears() {
    return body.hears();
  }

  private final class Channel implements HidChannel {
    private final CountDownLatch dead;

    Channel(CountDownLatch dead) {
      this.dead = dead;
    }

    @Override
    public String product() {
      return "USBRelay" + body.channels();
    }

    @Override
    public void send(byte[] report) throws IOException {
      begin();
      if (hears()) {
        obey(report);
      }
      end();
    }

    @Override
    public byte[] get(int length) throws IOException {
      begin();
      byte[] report = told();
      end();
      return report;
    }

    private void begin() throws IOException {
      if (dead.getCount() == 0 || body.faults().silent()) {
        throw new IOException("the device is gone");
      }
    }

    /** Its answer may be late; a pulled plug ends the wait for it. */
    private void end() throws IOException {
      Duration late = body.faults().delay();
      boolean tooLate = late.compareTo(LIMIT) >= 0;
      if (deadWithin(tooLate ? LIMIT : late) || tooLate) {
        throw new IOException("the device does not answer");
      }
    }

    /** Interrupted or not: a transfer can't be broken off. */
    private boolean deadWithin(Duration wait) {
      long until = System.nanoTime() + wait.toNanos();
      boolean interrupted = false;
      try {
        while (true) {
          try {
            return dead.await(until - System.nanoTime(), TimeUnit.NANOSECONDS);
          } catch (InterruptedException later) {
            interrupted = true;
          }
        }
      } finally {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }

    @Override
    public void close() {
      // The board stays as it is: only its driver is gone.
    }
  }
}
