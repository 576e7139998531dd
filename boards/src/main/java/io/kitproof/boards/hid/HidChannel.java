package io.kitproof.boards.hid;

import io.kitproof.boards.RigException;
import java.io.IOException;
import java.nio.file.Path;

/** One HID device, spoken to by feature reports number 0. Whoever opens it closes it. */
public interface HidChannel extends AutoCloseable {
  /**
   * Opens a device of this computer.
   *
   * @param port its node, such as {@code /dev/hidraw0}, or a link to it
   * @throws RigException when hid4java is missing, or the device is, or it may not be opened, or
   *     has another id
   */
  static HidChannel open(String part, Path port, int vendor, int product) {
    try {
      return Hid4javaChannel.open(part, port, vendor, product);
    } catch (NoClassDefFoundError missing) {
      throw RigException.withoutLibrary(part, port, "hid4java", "-Phid", missing);
    }
  }

  /** The name it gives itself. */
  String product();

  /**
   * Sends a report, without its number.
   *
   * @throws IOException when the device does not take it
   */
  void send(byte[] report) throws IOException;

  /**
   * Asks for the report of that many bytes, without its number.
   *
   * @throws IOException when the device does not give it
   */
  byte[] get(int length) throws IOException;

  @Override
  void close();
}
