package io.kitproof.boards.virtual;

import io.kitproof.boards.hid.HidChannel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A USBRelay board that is not there, at the level of its reports: there is no pseudo-terminal for
 * HID. Whoever makes it closes it.
 */
public final class VirtualHidRelay implements HidChannel {
  private static final int LENGTH = 8;
  private static final byte CLOSE = (byte) 0xFF;
  private static final byte CLOSE_ALL = (byte) 0xFE;
  private static final byte OPEN = (byte) 0xFD;
  private static final byte OPEN_ALL = (byte) 0xFC;
  private static final byte RENAME = (byte) 0xFA;

  private final String product;
  private final BoardClock clock;
  private final List<Contact> contacts;
  private final byte[] serial = "BITFT".getBytes(StandardCharsets.US_ASCII);
  private boolean silent;

  /** One that calls itself so, such as {@code USBRelay2}. */
  public VirtualHidRelay(String product, int channels) {
    this.product = product;
    this.clock = new BoardClock(product);
    this.contacts = IntStream.range(0, channels).mapToObj(c -> new Contact(c, clock)).toList();
  }

  /** Puts a contact across a net: closed it pulls the net low, open it lets it go high. */
  public void wireContact(int channel, Net net) {
    contacts.get(channel).wire(net);
  }

  /** True while the contact is closed. */
  public boolean closed(int channel) {
    return contacts.get(channel).closed();
  }

  /** From now on it has these faults and no others; a silent one refuses all transfers. */
  public synchronized void misbehave(Faults faults) {
    silent = faults.silent();
    contacts.forEach(contact -> contact.misbehave(faults));
  }

  @Override
  public String product() {
    return product;
  }

  @Override
  public synchronized void send(byte[] report) throws IOException {
    refuseSilent();
    int contact = report[1] - 1;
    switch (report[0]) {
      case CLOSE, OPEN -> {
        if (contact >= 0 && contact < contacts.size()) {
          contacts.get(contact).move(report[0] == CLOSE);
        }
      }
      case CLOSE_ALL, OPEN_ALL -> contacts.forEach(c -> c.move(report[0] == CLOSE_ALL));
      case RENAME -> System.arraycopy(report, 1, serial, 0, serial.length);
      default -> {} // others mean nothing to it
    }
  }

  @Override
  public synchronized byte[] get(int length) throws IOException {
    refuseSilent();
    byte[] report = new byte[LENGTH];
    System.arraycopy(serial, 0, report, 0, serial.length);
    for (int i = 0; i < contacts.size(); i++) {
      report[LENGTH - 1] |= (byte) (contacts.get(i).readBack() ? 1 << i : 0);
    }
    return report;
  }

  private void refuseSilent() throws IOException {
    if (silent) {
      throw new IOException("the device is gone");
    }
  }

  @Override
  public void close() {
    contacts.forEach(Contact::release);
    clock.close();
  }
}
