package io.kitproof.cli.benchmark;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How long each thread of this process has been on a CPU, to the nanosecond: the kernel's
 * /proc/self/task/N/schedstat. The ticks of /proc/self/stat are 10 ms, too coarse for one press.
 */
record CpuTime(Map<String, Long> nanosOfThread) {
  private static final Path TASKS = Path.of("/proc/self/task");

  /** Up to now; empty where the kernel does not tell. Threads named with the prefix don't count. */
  static CpuTime withoutThreads(String prefix) {
    return where(name -> !name.startsWith(prefix));
  }

  /** Up to now, of all threads; empty where the kernel does not tell. */
  static CpuTime ofAllThreads() {
    return where(name -> true);
  }

  private static CpuTime where(Predicate<String> counted) {
    Map<String, Long> nanos = new HashMap<>();
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
      for (Path task : tasks) {
        if (counted.test(read(task, "comm"))) {
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
