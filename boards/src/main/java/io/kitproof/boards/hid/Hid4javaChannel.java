package io.kitproof.boards.hid;

import io.kitproof.boards.RigException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.hid4java.HidDevice;
import org.hid4java.HidManager;
import org.hid4java.HidServices;
import org.hid4java.HidServicesSpecification;

/** A device by hid4java; the only class that touches it. */
final class Hid4javaChannel implements HidChannel {
  private final HidServices services;
  private final HidDevice device;

  private Hid4javaChannel(HidServices services, HidDevice device) {
    this.services = services;
    this.device = device;
  }

  static HidChannel open(String part, Path port, int vendor, int product) {
    Path real = real(part, port);
    HidServices services = HidManager.getHidServices(quiet());
    try {
      HidDevice device =
          services.getAttachedHidDevices().stream()
              .filter(attached -> Path.of(attached.getPath()).equals(real))
              .findFirst()
              .orElseThrow(() -> refused(part, port, "is no HID device", "correct"));
      if (device.getVendorId() != vendor || device.getProductId() != product) {
        String id = "is %04x:%04x, not %04x:%04x";
        throw refused(
            part,
            port,
            id.formatted(device.getVendorId(), device.getProductId(), vendor, product),
            "correct");
      }
      if (!device.open()) {
        throw refused(part, port, "may not be opened by this user", "let a udev rule open");
      }
      return new Hid4javaChannel(services, device);
    } catch (RuntimeException failed) {
      services.shutdown();
      throw failed;
    }
  }

  /** Nothing in the background: neither threads that scan nor a hook of its own at the end. */
  private static HidServicesSpecification quiet() {
    HidServicesSpecification quiet = new HidServicesSpecification();
    quiet.setAutoStart(false);
    quiet.setAutoShutdown(false);
    quiet.setAutoDataRead(false);
    return quiet;
  }

  private static Path real(String part, Path port) {
    try {
      return port.toRealPath();
    } catch (IOException absent) {
      throw RigException.absent(part, port);
    }
  }

  private static RigException refused(String part, Path port, String why, String deed) {
    return RigException.declined(
        part,
        port,
        "open",
        port + " " + why,
        "%s the port of %s; ls -l /dev/hidraw* shows what there is, and who may open it"
            .formatted(deed, part));
  }

  @Override
  public String product() {
    return Optional.ofNullable(device.getProduct()).orElse("");
  }

  @Override
  public void send(byte[] report) throws IOException {
    if (device.sendFeatureReport(report, (byte) 0) < 0) {
      throw new IOException(String.valueOf(device.getLastErrorMessage()));
    }
  }

  @Override
  public byte[] get(int length) throws IOException {
    byte[] report = new byte[length];
    if (device.getFeatureReport(report, (byte) 0) < length) {
      throw new IOException(String.valueOf(device.getLastErrorMessage()));
    }
    return report;
  }

  @Override
  public void close() {
    device.close();
    services.shutdown();
  }
}
