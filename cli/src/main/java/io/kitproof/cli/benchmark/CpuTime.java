package io.kitproof.cli.benchmark;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * How long each thread of this process has been on a CPU, to the nanosecond: the kernel's
 * /proc/self/task/N/schedstat. The ticks of /proc/self/stat are 10 ms, too coarse for one press.
 */
record CpuTime(Map<String, Long> nanosOfThread) {
  private static final Path TASKS = Path.of("/proc/self/task");

  /** Up to now; empty where the kernel does not tell. Threads named with the prefix don't count. */
  static CpuTime withoutThreads(String prefix) {
    Map<String, Long> nanos = new HashMap<>();
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
      for (Path task : tasks) {
        if (!read(task, "comm").startsWith(prefix)) {
          nanos.put(task.toString(), Long.parseLong(read(task, "schedstat").split(" ", -1)[0]));
        }
      }
    } catch (IOException notLinux) {
      return new CpuTime(Map.of());
    }
    return new CpuTime(nanos);
  }

  private static String read(Path task, String file) throws IOException {
    try {
      return Files.readString(task.resolve(file));
    } catch (NoSuchFileException ended) {
      return "0 0 0";
    }
  }

  /** What was spent since then, by threads that are still there. */
  long since(CpuTime earlier) {
    return nanosOfThread.entrySet().stream()
        .mapToLong(e -> e.getValue() - earlier.nanosOfThread.getOrDefault(e.getKey(), 0L))
        .sum();
  }
}
