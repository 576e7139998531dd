package io.kitproof.boards.serial;

import io.kitproof.boards.serial.PortProblem.Holder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which other processes have a port open, from /proc: open files where we may look, locks for the
 * processes of other users.
 */
final class PortHolders {
  private static final Path PROC = Path.of("/proc");

  private PortHolders() {}

  static List<Holder> of(Path port) {
    SortedSet<Long> pids = new TreeSet<>();
    try {
      Path real = port.toRealPath();
      addThoseWithOpenFile(real, pids);
      addThoseWithLock(real, pids);
    } catch (IOException gone) {
      return List.of();
    }
    pids.remove(ProcessHandle.current().pid());
    return pids.stream().flatMap(pid -> holder(pid).stream()).toList();
  }

  private static void addThoseWithOpenFile(Path real, SortedSet<Long> pids) throws IOException {
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path process : processes) {
        // Programs that make pseudo-terminals keep both ends open, or reads of theirs would fail.
        if (hasOpen(process.resolve("fd"), real) && !PtyMasters.has(process, real)) {
          pids.add(Long.valueOf(process.getFileName().toString()));
        }
      }
    }
  }

  private static boolean hasOpen(Path descriptors, Path real) {
    try (DirectoryStream<Path> open = Files.newDirectoryStream(descriptors)) {
      for (Path descriptor : open) {
        if (Files.readSymbolicLink(descriptor).equals(real)) {
          return true;
        }
      }
      return false;
    } catch (IOException endedOrNotOurs) {
      return false;
    }
  }

  /** Lines of /proc/locks: {@code 1: FLOCK ADVISORY WRITE 4711 00:17:5 0 EOF}. */
  private static void addThoseWithLock(Path real, SortedSet<Long> pids) throws IOException {
    Path locks = PROC.resolve("locks");
    if (!Files.isReadable(locks)) {
      return;
    }
    DeviceNumber device = DeviceNumber.of((long) Files.getAttribute(real, "unix:dev"));
    String file =
        String.format(
            Locale.ROOT,
            "%02x:%02x:%d",
            device.major(),
            device.minor(),
            (long) Files.getAttribute(real, "unix:ino"));
    for (String line : Files.readAllLines(locks, StandardCharsets.UTF_8)) {
      List<String> words = List.of(line.strip().split("\\s+"));
      int at = words.indexOf(file);
      if (at > 0 && !words.get(at - 1).startsWith("-")) {
        pids.add(Long.valueOf(words.get(at - 1)));
      }
    }
  }

  /** Empty when it has ended: a lock outlives its process when a child has inherited the file. */
  private static Optional<Holder> holder(long pid) {
    try {
      return Optional.of(new Holder(pid, Files.readString(PROC.resolve(pid + "/comm")).strip()));
    } catch (IOException ended) {
      return Optional.empty();
    }
  }
}
