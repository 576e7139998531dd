package io.kitproof.boards.serial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/** Tells one plugging-in of a port from the next. */
public final class Plugging {
  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

  private Plugging() {}

  /**
   * Words that stay the same while the port stays plugged in and this computer up: of a USB port
   * its number on the bus, which each plugging-in counts up; of any other when its file was made.
   *
   * @throws IOException when there is no such port
   */
  public static String of(Path port) throws IOException {
    Path real = port.toRealPath();
    Path usb = usbDevice(Path.of("/sys/class/tty", String.valueOf(real.getFileName()), "device"));
    return usb == null
        ? "%s made %s".formatted(real, (FileTime) Files.getAttribute(real, "unix:ctime"))
        : "usb %s-%s boot %s"
            .formatted(word(usb.resolve("busnum")), word(usb.resolve("devnum")), word(BOOT));
  }

  private static @Nullable Path usbDevice(Path entry) throws IOException {
    Path device = Files.exists(entry) ? entry.toRealPath() : null;
    while (device != null && !Files.exists(device.resolve("devnum"))) {
      device = device.getParent();
    }
    return device;
  }

  private static String word(Path file) throws IOException {
    return Files.readString(file).strip();
  }
}
