package io.kitproof.boards.virtual;

import io.kitproof.boards.hid.HidChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

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
    return new VirtualHidChannel(this, gone);
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

  Faults faults() {
    return body.faults();
  }

  int channels() {
    return body.channels();
  }

  /**
   * A report has arrived; it is obeyed unless the board was {@code unplugged} on its way, or it
   * came too soon after the last.
   */
  synchronized void take(byte[] report, CountDownLatch unplugged) {
    if (unplugged.getCount() > 0 && body.hears()) {
      obey(report);
    }
  }

  private void obey(byte[] report) {
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

  /** What it says when it is asked. */
  synchronized byte[] told() {
    byte[] report = new byte[LENGTH];
    System.arraycopy(serial, 0, report, 0, serial.length);
    for (int i = 0; i < body.channels(); i++) {
      report[LENGTH - 1] |= (byte) (body.readBack(i) ? 1 << i : 0);
    }
    return report;
  }
}
