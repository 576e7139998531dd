package io.kitproof.boards.hid;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kitproof.boards.RigException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HidChannelTest {
  @Test
  void a_device_that_is_not_there_is_said(@TempDir Path dir) {
    Path port = dir.resolve("hidraw0");

    assertThatThrownBy(() -> HidChannel.open("presses", port, 0x16C0, 0x05DF))
        .hasMessage(RigException.absent("presses", port).getMessage());
  }

  /** Loads hid4java and its native library, and looks at all the devices there are. */
  @Test
  void what_is_no_hid_device_is_said(@TempDir Path dir) throws Exception {
    Path port = Files.createFile(dir.resolve("hidraw0"));

    assertThatThrownBy(() -> HidChannel.open("presses", port, 0x16C0, 0x05DF))
        .isInstanceOf(RigException.class)
        .hasMessage(
            """
            presses declined "open": %1$s is no HID device.
              port: %1$s
              next: correct the port of presses; ls -l /dev/hidraw* shows what there is, and who may open it"""
                .formatted(port));
  }
}
