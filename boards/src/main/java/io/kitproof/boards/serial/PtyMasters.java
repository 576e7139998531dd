package io.kitproof.boards.serial;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who is at the far end of a pseudo-terminal: the device itself, played by some program. */
final class PtyMasters {
  private static final Pattern SLAVE = Pattern.compile("/dev/pts/(\\d+)");

  private PtyMasters() {}

  /** Whether the process, a folder of /proc, has the master of this very pseudo-terminal. */
  static boolean has(Path process, Path slave) {
    Matcher number = SLAVE.matcher(slave.toString());
    if (!number.matches()) {
      return false;
    }
    try (DirectoryStream<Path> open = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path descriptor : open) {
        if (Files.readSymbolicLink(descriptor).endsWith("ptmx")
            && index(process, descriptor).equals(number.group(1))) {
          return true;
        }
      }
      return false;
    } catch (IOException endedOrNotOurs) {
      return false;
    }
  }

  /** The line {@code tty-index: 3} of fdinfo; Linux 4.14 and later. */
  private static String index(Path process, Path descriptor) throws IOException {
    Path about = process.resolve("fdinfo").resolve(descriptor.getFileName());
    return Files.readAllLines(about).stream()
        .filter(line -> line.startsWith("tty-index:"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("");
  }
}
