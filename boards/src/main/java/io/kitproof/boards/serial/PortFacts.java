package io.kitproof.boards.serial;

import io.kitproof.boards.serial.PortProblem.Holder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be learnt about a path without opening it; {@link #problems()} judges it. Apart from the
 * looking, so that the judgement can be tested where permissions cannot be taken away (root).
 *
 * @param kind what the path leads to
 * @param usable whether we may read and write it
 * @param groupMay whether members of its group may
 * @param holders who else has it open
 */
record PortFacts(
    Path port,
    Kind kind,
    boolean usable,
    boolean groupMay,
    String user,
    String owner,
    String group,
    List<Holder> holders) {

  enum Kind {
    NOTHING(""),
    PORT(""),
    DIRECTORY("a directory"),
    FILE("a file"),
    DEVICE("another device");

    private final String what;

    Kind(String what) {
      this.what = what;
    }
  }

  private static final int FIRST_PTY_MAJOR = 136;
  private static final int LAST_PTY_MAJOR = 143;

  /** Looks at everything except who holds the port, which costs milliseconds. */
  static PortFacts look(Path port) {
    return look(port, List.of());
  }

  static PortFacts look(Path port, List<Holder> holders) {
    String user = System.getProperty("user.name", "unknown");
    try {
      Path real = port.toRealPath();
      PosixFileAttributes about = Files.readAttributes(real, PosixFileAttributes.class);
      return new PortFacts(
          port,
          kind(real, about),
          Files.isReadable(real) && Files.isWritable(real),
          about.permissions().contains(PosixFilePermission.GROUP_READ)
              && about.permissions().contains(PosixFilePermission.GROUP_WRITE),
          user,
          about.owner().getName(),
          about.group().getName(),
          holders);
    } catch (IOException absent) {
      return new PortFacts(port, Kind.NOTHING, false, false, user, "", "", holders);
    }
  }

  List<PortProblem> problems() {
    if (kind == Kind.NOTHING) {
      return List.of(new PortProblem.Absent(port));
    }
    if (kind != Kind.PORT) {
      return List.of(new PortProblem.NotAPort(port, kind.what));
    }
    List<PortProblem> problems = new ArrayList<>();
    if (!usable && groupMay) {
      problems.add(new PortProblem.NotPermitted(port, user, group));
    } else if (!usable) {
      problems.add(new PortProblem.OwnerOnly(port, user, owner));
    }
    if (!holders.isEmpty()) {
      problems.add(new PortProblem.Busy(port, holders));
    }
    return List.copyOf(problems);
  }

  private static Kind kind(Path real, PosixFileAttributes about) throws IOException {
    if (about.isDirectory()) {
      return Kind.DIRECTORY;
    }
    if (about.isRegularFile()) {
      return Kind.FILE;
    }
    return isTerminal(real) ? Kind.PORT : Kind.DEVICE;
  }

  /** Every serial port is in the kernel's class "tty"; pseudo-terminals are in no class at all. */
  private static boolean isTerminal(Path real) throws IOException {
    DeviceNumber number = DeviceNumber.of((long) Files.getAttribute(real, "unix:rdev"));
    if (number.major() >= FIRST_PTY_MAJOR && number.major() <= LAST_PTY_MAJOR) {
      return true;
    }
    Path entry = Path.of("/sys/dev/char", number.major() + ":" + number.minor());
    // Containers may hide /sys: then nothing speaks against the device, and opening it will tell.
    return !Files.exists(entry) || entry.resolve("subsystem").toRealPath().endsWith("tty");
  }
}
