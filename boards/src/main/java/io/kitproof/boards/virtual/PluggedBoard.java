package io.kitproof.boards.virtual;

import java.nio.file.Path;

/** A board's body on a port. */
final class PluggedBoard implements VirtualBoard {
  private final BoardBody body;
  private final VirtualPort port;
  private final boolean usbPowered;

  private PluggedBoard(BoardBody body, VirtualPort port, boolean usbPowered) {
    this.body = body;
    this.port = port;
    this.usbPowered = usbPowered;
  }

  static VirtualBoard plug(
      String name, Path link, int baud, int channels, boolean usbPowered, Speech speech) {
    BoardBody body = new BoardBody(name, channels, speech);
    try {
      return new PluggedBoard(body, VirtualPort.plug(name, link, baud, body), usbPowered);
    } catch (RuntimeException e) {
      body.close();
      throw e;
    }
  }

  @Override
  public Path port() {
    return port.path();
  }

  @Override
  public boolean closed(int channel) {
    return body.contact(channel).closed();
  }

  @Override
  public void wireContact(int channel, Net net) {
    body.contact(channel).wire(net);
  }

  @Override
  public void wireInput(int channel, Net net) {
    body.wireInput(channel, net);
  }

  @Override
  public void misbehave(Faults faults) {
    body.misbehave(faults);
  }

  @Override
  public void unplug() {
    port.unplug();
    if (usbPowered) {
      body.losePower();
    }
  }

  @Override
  public void replug() {
    port.replug();
  }

  @Override
  public void close() {
    try {
      port.close();
    } finally {
      body.close();
    }
  }
}
