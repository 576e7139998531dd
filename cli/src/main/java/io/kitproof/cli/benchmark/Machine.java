package io.kitproof.cli.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The machine a figure belongs to.
 *
 * @param cpu what the kernel calls the processor, or unknown
 * @param memoryMiB 0 when unknown
 */
record Machine(int cores, String cpu, long memoryMiB, String java) {
  static Machine here() {
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        after(Path.of("/proc/cpuinfo"), "model name"),
        kibibytes(after(Path.of("/proc/meminfo"), "MemTotal")) / 1024,
        System.getProperty("java.runtime.version", "unknown"));
  }

  /** What a process occupies of the memory now; 0 when unknown. */
  static long residentBytes(long process) {
    return kibibytes(after(Path.of("/proc", Long.toString(process), "status"), "VmRSS")) * 1024;
  }

  private static long kibibytes(String size) {
    String digits = size.replaceAll("\\D", "");
    return digits.isEmpty() ? 0 : Long.parseLong(digits);
  }

  private static String after(Path file, String key) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(key))
          .map(line -> line.substring(line.indexOf(':') + 1).trim())
          .findFirst()
          .orElse("unknown");
    } catch (IOException notLinux) {
      return "unknown";
    }
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%d cores (%s), %.0f GiB, Java %s", cores, cpu, memoryMiB / 1024.0, java);
  }
}
