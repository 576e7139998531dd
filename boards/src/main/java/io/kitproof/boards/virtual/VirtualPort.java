package io.kitproof.boards.virtual;

import java.nio.file.Path;

/**
 * A serial port whose other end is a {@link Device} in this JVM. Drivers open {@link #path()},
 * which stays the same over unplugging and plugging in again.
 */
public final class VirtualPort implements AutoCloseable {
  /** The other end of the line. Its methods are called on the port's own thread, one at a time. */
  public interface Device {
    /** The driver wrote this. */
    void received(byte[] bytes, VirtualPort port);

    /** A driver opened the port. */
    default void opened(VirtualPort port) {}

    /** The last driver closed the port, or the port was unplugged while one had it open. */
    default void closed(VirtualPort port) {}
  }

  private final PortLoop loop;
  private final Path link;

  private VirtualPort(String name, Path link, int baud, Device device) {
    this.link = link;
    this.loop = new PortLoop(name, link, baud, device, this);
  }

  /**
   * Plugs in a port under a symbolic link of this name; its folder is made when missing. The caller
   * closes the port.
   *
   * @param baud the rate the device speaks, 0 for any. When above 0, output takes the time it takes
   *     on a line, and a driver at another rate reads and writes garbage.
   * @throws java.io.UncheckedIOException if there is no pseudo-terminal left, or something else has
   *     the link's name
   */
  public static VirtualPort plug(String name, Path link, int baud, Device device) {
    VirtualPort port = new VirtualPort(name, link, baud, device);
    port.loop.start();
    return port;
  }

  /** The symbolic link to open, as given; dangling or absent while unplugged. */
  public Path path() {
    return link;
  }

  /**
   * Sends to the driver, in order, at the line's speed, without waiting; lost while no driver has
   * the port open.
   */
  public void send(byte[] bytes) {
    loop.send(bytes);
  }

  /** True while a driver has the port open. */
  public boolean open() {
    return loop.open();
  }

  /** The rate in baud that the driver has set; 0 while unplugged. */
  public int hostBaud() {
    return loop.hostBaud();
  }

  /** Pulls the plug: a driver's read ends at once, the path is gone when this returns. */
  public void unplug() {
    loop.unplug();
  }

  /** Plugs it in again under the same path; does nothing when it is. */
  public void replug() {
    loop.replug();
  }

  /** Unplugs for good and ends the port's thread. */
  @Override
  public void close() {
    loop.close();
  }
}
